-- A list of the past reads the history of its table: most of all that there is are members, and among these the others
-- were looked for. Who adds a member keeps no more than before.
create index ix_history_few on history (record_table) where record_table <> 'memberships';
