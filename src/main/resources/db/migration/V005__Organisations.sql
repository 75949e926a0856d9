create table organisations (
  id uuid constraint pk_organisations primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text collate french not null,
  other_names text[] not null default '{}',
  kind text not null,
  labels jsonb not null default '[]',
  siren text constraint uq_organisations_siren unique,
  siret text constraint uq_organisations_siret unique,
  rna text constraint uq_organisations_rna unique,
  city text,
  region text constraint fk_organisations_region references regions (code),
  website text,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  search text not null generated always as (plain(name || other_names)) stored,
  -- What memberships keep of an organisation, so that its name is theirs too (see memberships).
  constraint uq_organisations_id_name unique (id, name)
);
create index ix_organisations_name on organisations (name, id);
create index ix_organisations_updated_at on organisations (updated_at, id);
create index ix_organisations_city on organisations (plain(city), name, id);
create index ix_organisations_kind on organisations (kind, name, id);
create index ix_organisations_search on organisations using gin (search gin_trgm_ops);
create index ix_organisations_sources on organisations using gin (sources);
create index ix_organisations_created_at on organisations (created_at, id);
create index ix_organisations_region on organisations (region, name, id);
-- A file of members asks for each line without a number whether its name is a member's: without this, the
-- database reads all members of the cluster for each line (12,000 lines took five minutes).
create index ix_organisations_plain_name on organisations (plain(name));

-- Every legal number that anybody has, organisation or cluster, so that two that get it at once do not both have it.
create table legal_numbers (
  number text collate "C" constraint uq_legal_numbers primary key,
  organisation uuid,
  cluster uuid,
  constraint ck_legal_numbers_one check (num_nonnulls(organisation, cluster) = 1)
);
