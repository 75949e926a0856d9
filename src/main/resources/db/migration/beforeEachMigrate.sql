-- A migration waits longer for a table than a request does.
set local lock_timeout = '60s';
