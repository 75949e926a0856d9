create table clusters (
  id uuid constraint pk_clusters primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  slug text collate "C" not null,
  name text collate french not null,
  name_provisional boolean not null default false,
  other_names text[] not null default '{}',
  acronym text,
  speciality text,
  description text,
  region text not null constraint fk_clusters_region references regions (code),
  territories text[] not null default '{}',
  labels jsonb not null default '[]',
  city text,
  website text,
  legal_form text,
  siren text constraint uq_clusters_siren unique,
  siret text constraint uq_clusters_siret unique,
  rna text constraint uq_clusters_rna unique,
  -- A cluster has legal numbers of its own, or is an organisation of the registry and has that one's.
  organisation uuid constraint fk_clusters_organisation references organisations (id)
    constraint uq_clusters_organisation unique,
  announced_on text constraint ck_clusters_announced_on check (is_partial_date(announced_on)),
  founded_on text constraint ck_clusters_founded_on check (is_partial_date(founded_on)),
  launched_on text constraint ck_clusters_launched_on check (is_partial_date(launched_on)),
  dissolved_on text constraint ck_clusters_dissolved_on check (is_partial_date(dissolved_on)),
  -- Written by a merger alone: which cluster followed this one, and from which day.
  followed_by uuid constraint fk_clusters_followed_by references clusters (id),
  followed_on text constraint ck_clusters_followed_on check (is_partial_date(followed_on)),
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  search text not null generated always as (plain(array[name, acronym] || other_names)) stored,
  constraint ck_clusters_own_numbers
    check (organisation is null or (siren is null and siret is null and rna is null)),
  -- A cluster that became part of another has ended.
  constraint ck_clusters_dissolved_on_merger
    check (followed_by is null or (followed_by <> id and dissolved_on is not null and followed_on is not null))
);
create index ix_clusters_slug on clusters (slug);
create index ix_clusters_name on clusters (name, id);
create index ix_clusters_updated_at on clusters (updated_at, id);
create index ix_clusters_region on clusters (region, name, id);
create index ix_clusters_city on clusters (plain(city));
create index ix_clusters_followed_by on clusters (followed_by);
create index ix_clusters_search on clusters using gin (search gin_trgm_ops);
create index ix_clusters_sources on clusters using gin (sources);

-- A slug is given once and never comes free, even when its cluster was entered by mistake.
create table cluster_slugs (
  slug text collate "C" constraint uq_clusters_slug primary key,
  -- a deleted cluster's slug still leads to its history
  cluster uuid
);

create table colleges (
  id uuid constraint pk_colleges primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  cluster uuid not null constraint fk_colleges_cluster references clusters (id),
  name text collate french not null,
  purpose text,
  "from" text constraint ck_colleges_from check (is_partial_date("from")),
  until text constraint ck_colleges_until check (is_partial_date(until)),
  start_known boolean not null default true,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  search text not null generated always as (plain(array[name])) stored,
  -- What memberships and mandates refer to: a college together with its cluster.
  constraint uq_colleges_id_cluster unique (id, cluster)
);
create index ix_colleges_cluster on colleges (cluster, name, id);
create index ix_colleges_updated_at on colleges (updated_at, id);
create index ix_colleges_sources on colleges using gin (sources);

-- An office held in a cluster or, where there is none, in the organisation.
create table mandates (
  id uuid constraint pk_mandates primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  cluster uuid constraint fk_mandates_cluster references clusters (id),
  person text collate french,
  role text not null,
  title text,
  provisional boolean not null default false,
  college uuid,
  territory text,
  organisation uuid constraint fk_mandates_organisation references organisations (id),
  "from" text not null constraint ck_mandates_from check (is_partial_date("from")),
  start_known boolean not null default true,
  until text constraint ck_mandates_until check (is_partial_date(until)),
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  search text not null generated always as (coalesce(plain(person), '')) stored,
  constraint fk_mandates_college foreign key (college, cluster) references colleges (id, cluster),
  constraint ck_mandates_owner check (cluster is not null or organisation is not null)
);
create index ix_mandates_cluster on mandates (cluster, role);
create index ix_mandates_organisation on mandates (organisation);
create index ix_mandates_person on mandates (plain(person));
create index ix_mandates_from on mandates ("from" collate "C", id);
create index ix_mandates_search on mandates using gin (search gin_trgm_ops);
create index ix_mandates_updated_at on mandates (updated_at, id);
create index ix_mandates_sources on mandates using gin (sources);
create index ix_mandates_college on mandates (college) where college is not null;

create table offices (
  id uuid constraint pk_offices primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  cluster uuid not null constraint fk_offices_cluster references clusters (id),
  city text collate french,
  territory text collate french,
  place text,
  address text,
  planned_for text constraint ck_offices_planned_for check (is_partial_date(planned_for)),
  opened_on text constraint ck_offices_opened_on check (is_partial_date(opened_on)),
  start_known boolean not null default true,
  closed_on text constraint ck_offices_closed_on check (is_partial_date(closed_on)),
  -- an office of a cluster that merged
  continues uuid constraint fk_offices_continues references offices (id),
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  search text not null generated always as (plain(array[city, territory, place])) stored,
  constraint ck_offices_place check (city is not null or territory is not null)
);
create index ix_offices_cluster on offices (cluster);
create index ix_offices_city on offices (plain(city));
create index ix_offices_updated_at on offices (updated_at, id);
create index ix_offices_sources on offices using gin (sources);
create index ix_offices_continues on offices (continues) where continues is not null;
