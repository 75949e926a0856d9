-- Who looks back asks what has changed since; most of what was written since was made since. What is made costs no more.
create index ix_history_changes on history (seq) include (record_table, record_id) where action <> 'CREATED';
