-- Looked at with 2,500,000 memberships of 500,000 organisations: without these, the database sorts or
-- reads all of them for one page.
create index ix_memberships_created_at on memberships (created_at, id);
create index ix_memberships_from on memberships (coalesce("from", 'infinity'::date), id);
create index ix_organisations_created_at on organisations (created_at, id);
create index ix_organisations_region on organisations (region, name, id);
