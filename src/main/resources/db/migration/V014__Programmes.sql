-- Actions with participants in waves, and roadmaps with priorities. Leads are clusters and organisations, in the
-- order given.
create table programmes (
  id uuid constraint pk_programmes primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text collate french not null,
  kind text,
  leads uuid[] not null,
  city text,
  purpose text,
  companies int constraint ck_programmes_companies check (companies >= 0),
  "from" text constraint ck_programmes_from check (is_partial_date("from")),
  until text constraint ck_programmes_until check (is_partial_date(until)),
  waves jsonb not null default '[]',
  priorities text[] not null default '{}',
  actions text[] not null default '{}',
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  search text not null generated always as (plain(array[name])) stored
);
create index ix_programmes_name on programmes (name, id);
create index ix_programmes_created_at on programmes (created_at, id);
create index ix_programmes_updated_at on programmes (updated_at, id);
create index ix_programmes_kind on programmes (plain(kind), name, id);
create index ix_programmes_search on programmes using gin (search gin_trgm_ops);
create index ix_programmes_sources on programmes using gin (sources);

-- Who leads and who takes part, so that the database itself refuses what does not exist, and that it goes.
create table programme_leads (
  programme uuid not null constraint fk_leads_programme references programmes (id) on delete cascade,
  place int not null,
  cluster uuid constraint fk_leads_cluster references clusters (id),
  organisation uuid constraint fk_leads_organisation references organisations (id),
  constraint pk_programme_leads primary key (programme, place)
);
create index ix_programme_leads_cluster on programme_leads (cluster);
create index ix_programme_leads_organisation on programme_leads (organisation);
create table programme_participants (
  programme uuid not null constraint fk_participants_programme references programmes (id) on delete cascade,
  organisation uuid not null constraint fk_participants_organisation references organisations (id),
  constraint pk_programme_participants primary key (programme, organisation)
);
create index ix_programme_participants_organisation on programme_participants (organisation);
