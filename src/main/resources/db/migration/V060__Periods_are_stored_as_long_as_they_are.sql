-- Pages are weighed by the length of documents as they are stored.
alter table clusters alter column periods set storage external;
alter table organisations alter column periods set storage external;

-- Whatever refers to a region is found, also what has periods.
create index ix_organisations_of_region on organisations (region);
