set local statement_timeout = 0;

-- A reversal asks what has been written since.
create index ix_history_seq on history (seq);
