-- Almost all have none, and an index of these alone answers for them without their rows.
drop index ix_organisations_region;
create index ix_organisations_region on organisations (region, name, id) where periods = '[]';
