-- What few rows of a list are is found among these, in the order of the list, and not among all of its rows.
drop index ix_memberships_refused;
create index ix_memberships_undecided on memberships (organisation_name, id)
  include (until, refused_on) where "from" is null;
create index ix_memberships_undecided_of_cluster on memberships (cluster, organisation_name, id)
  include (until, refused_on) where "from" is null;
create index ix_events_cancelled on events (coalesce(begins collate "C", '9999'), id) where cancelled_on is not null;
create index ix_events_changed on events (coalesce(begins collate "C", '9999'), id) where changed <> '[]';
-- What has begun before a day and lasts until then; a series whose days were all moved may end before its first.
create index ix_events_lasting on events using gist (daterange(least(first_on, last_on), last_on, '[]'));
