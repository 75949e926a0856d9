-- The day of the first signing, as text.
create function first_signing(signings jsonb) returns text
  language sql immutable strict parallel safe
  return (select min(signing ->> 'on') from jsonb_array_elements(signings) signing);

-- Agreements between clusters.
create table conventions (
  id uuid constraint pk_conventions primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  title text collate french not null,
  parties uuid[] not null constraint ck_conventions_parties check (cardinality(parties) >= 2),
  covers text[] not null,
  series text[] not null default '{}',
  signings jsonb not null default '[]',
  "from" text constraint ck_conventions_from check (is_partial_date("from")),
  until text constraint ck_conventions_until check (is_partial_date(until)),
  continues uuid constraint fk_conventions_continues references conventions (id),
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  signed_on text generated always as (first_signing(signings)) stored,
  begins_on text generated always as (coalesce("from", first_signing(signings))) stored,
  search text not null generated always as (plain(array[title] || series)) stored
);
create index ix_conventions_begins_on on conventions (coalesce(begins_on collate "C", '9999'), id);
create index ix_conventions_updated_at on conventions (updated_at, id);
create index ix_conventions_continues on conventions (continues);
create index ix_conventions_search on conventions using gin (search gin_trgm_ops);
create index ix_conventions_sources on conventions using gin (sources);

-- Whom a convention binds, so that the database itself refuses a cluster that does not exist.
create table convention_parties (
  convention uuid not null
    constraint fk_bound_convention references conventions (id) on delete cascade,
  cluster uuid not null constraint fk_bound_cluster references clusters (id),
  constraint pk_convention_parties primary key (convention, cluster)
);
create index ix_convention_parties_cluster on convention_parties (cluster);
