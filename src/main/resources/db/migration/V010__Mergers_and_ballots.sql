-- Clusters becoming one.
create table mergers (
  id uuid constraint pk_mergers primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  parties uuid[] not null constraint ck_mergers_parties check (cardinality(parties) >= 2),
  result uuid constraint fk_mergers_result references clusters (id),
  announced_on text constraint ck_mergers_announced_on check (is_partial_date(announced_on)),
  planned_for text constraint ck_mergers_planned_for check (is_partial_date(planned_for)),
  college_mapping jsonb not null default '[]',
  effective_on text constraint ck_mergers_effective_on check (is_partial_date(effective_on)),
  abandoned_on date,
  -- What was done with it, step by step, and the day it was planned for before the first postponement.
  steps jsonb not null default '[]',
  first_planned_for text,
  -- The act in the history that completed it.
  completion uuid,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  constraint ck_mergers_end check (effective_on is null or (abandoned_on is null and result is not null))
);
create index ix_mergers_announced_on on mergers (coalesce(announced_on collate "C", '9999'), id);
create index ix_mergers_updated_at on mergers (updated_at, id);
create index ix_mergers_result on mergers (result);
create index ix_mergers_sources on mergers using gin (sources);

-- Who takes part, so that the database itself refuses a cluster that does not exist.
create table merger_parties (
  merger uuid not null constraint fk_parties_merger references mergers (id) on delete cascade,
  cluster uuid not null constraint fk_parties_cluster references clusters (id),
  constraint pk_merger_parties primary key (merger, cluster)
);
create index ix_merger_parties_cluster on merger_parties (cluster);

-- What a party's general assembly decides.
create table ballots (
  id uuid constraint pk_ballots primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  merger uuid not null constraint fk_ballots_merger references mergers (id),
  party uuid not null constraint fk_ballots_party references clusters (id),
  assembly jsonb not null,
  subjects text[] not null default '{}',
  entitled int,
  quorum int,
  votes_for int,
  votes_against int,
  abstentions int,
  decision text,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  assembly_on date generated always as (first_day(assembly ->> 'on')) stored,
  constraint fk_ballots_parties foreign key (merger, party) references merger_parties (merger, cluster)
);
create index ix_ballots_merger on ballots (merger, party, assembly_on);
create index ix_ballots_updated_at on ballots (updated_at, id);
create index ix_ballots_sources on ballots using gin (sources);
create index ix_ballots_party on ballots (party);
