-- What is told of each row by looking for what refers to it is looked for in the history, too, where the past is told:
-- without these, all of a table's history is read for each row of a list.
create index ix_history_followed_by on history (((row ->> 'followed_by')::uuid)) where record_table = 'clusters';
create index ix_history_members_of on history (((row ->> 'cluster')::uuid)) where record_table = 'memberships';
create index ix_history_memberships on history (((row ->> 'organisation')::uuid)) where record_table = 'memberships';
create index ix_history_ballots on history (((row ->> 'merger')::uuid)) where record_table = 'ballots';
create index ix_history_shares on history (((row ->> 'event')::uuid)) where record_table = 'shares';
create index ix_history_registrations on history (((row ->> 'event')::uuid)) where record_table = 'registrations';
