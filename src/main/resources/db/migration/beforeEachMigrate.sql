-- A migration may rebuild the largest table, and waits longer for one than a request does.
set local statement_timeout = 0;
set local lock_timeout = '60s';
set local idle_in_transaction_session_timeout = 0;
-- It is made of the tables and functions, which could not be changed beside it; see afterMigrate.sql.
drop schema if exists past, past_unchanged, past_changed cascade;
