-- What a record was for a time, oldest first: all that held in each period, and what changed as it began. The record's own
-- columns are the first period; almost no record has more than that one, and those have none stored.
create function names_in(periods jsonb) returns text[]
  language sql immutable parallel safe
  return case when periods = '[]' then '{}'::text[] else array(
    select period ->> 'name' from jsonb_array_elements(periods) period where period ? 'name'
    union all
    select period ->> 'acronym' from jsonb_array_elements(periods) period where period ? 'acronym') end;

alter table organisations
  add column periods jsonb not null default '[]',
  add column legal_form text,
  add constraint ck_organisations_periods check (periods = '[]' or jsonb_array_length(periods) > 1),
  drop column search;
alter table organisations
  add column search text not null generated always as (plain(name || other_names || names_in(periods))) stored;
create index ix_organisations_search on organisations using gin (search gin_trgm_ops);
create index ix_organisations_letter_pairs on organisations using gin (letter_pairs(search));
-- Those with periods are few, and are put in order when they are asked for.
create index ix_organisations_dated on organisations (id) where periods <> '[]';
create index ix_organisations_periods on organisations using gin (periods jsonb_path_ops) where periods <> '[]';

alter table clusters
  add column periods jsonb not null default '[]',
  add constraint ck_clusters_periods check (periods = '[]' or jsonb_array_length(periods) > 1),
  drop column search;
alter table clusters
  add column search text not null
    generated always as (plain(array[name, acronym] || other_names || names_in(periods))) stored;
create index ix_clusters_search on clusters using gin (search gin_trgm_ops);
create index ix_clusters_dated on clusters (id) where periods <> '[]';

-- Of an organisation that has had several names a membership has none, so its index has those apart.
alter table memberships alter column organisation_name drop not null;
analyze organisations, clusters;
