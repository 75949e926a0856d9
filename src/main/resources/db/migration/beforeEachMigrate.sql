-- A migration may rebuild the largest table, and waits longer for one than a request does.
set local statement_timeout = 0;
set local lock_timeout = '60s';
set local idle_in_transaction_session_timeout = 0;
