-- A cluster coming apart: split into others, or with a part of it leaving.
create table divisions (
  id uuid constraint pk_divisions primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  cluster uuid not null constraint fk_divisions_cluster references clusters (id),
  kind text not null constraint ck_divisions_kind check (kind in ('SPLIT', 'SPIN_OFF')),
  results uuid[] not null default '{}' constraint ck_divisions_results check (cluster <> all(results)),
  announced_on text constraint ck_divisions_announced_on check (is_partial_date(announced_on)),
  planned_for text constraint ck_divisions_planned_for check (is_partial_date(planned_for)),
  college_mapping jsonb not null default '[]',
  assignments jsonb not null default '[]',
  effective_on text constraint ck_divisions_effective_on check (is_partial_date(effective_on)),
  abandoned_on date,
  -- As mergers have them.
  steps jsonb not null default '[]',
  first_planned_for text,
  completion uuid,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  constraint ck_divisions_end check (effective_on is null or (abandoned_on is null and results <> '{}'))
);
alter table divisions alter column assignments set storage external, alter column steps set storage external;
create index ix_divisions_announced_on on divisions (coalesce(announced_on collate "C", '9999'), id);
create index ix_divisions_updated_at on divisions (updated_at, id);
create index ix_divisions_created_at on divisions (created_at, id);
create index ix_divisions_cluster on divisions (cluster);
create index ix_divisions_results on divisions using gin (results);
create index ix_divisions_sources on divisions using gin (sources);

-- What it becomes, so that the database itself refuses a cluster that does not exist.
create table division_results (
  division uuid not null constraint fk_division_results_division references divisions (id) on delete cascade,
  cluster uuid not null constraint fk_division_results_cluster references clusters (id),
  constraint pk_division_results primary key (division, cluster)
);
create index ix_division_results_cluster on division_results (cluster);

-- What the general assembly of the cluster that comes apart decides.
create table division_ballots (
  id uuid constraint pk_division_ballots primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  division uuid not null constraint fk_division_ballots_division references divisions (id),
  party uuid not null constraint fk_division_ballots_party references clusters (id),
  on_merger boolean not null default true,
  event uuid constraint fk_division_ballots_event references events (id),
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
  assembly_on date generated always as (first_day(assembly ->> 'on')) stored
);
create index ix_division_ballots_division on division_ballots (division, party, assembly_on);
create index ix_division_ballots_updated_at on division_ballots (updated_at, id);
create index ix_division_ballots_sources on division_ballots using gin (sources);
create index ix_division_ballots_party on division_ballots (party);
create index ix_division_ballots_event on division_ballots (event) where event is not null;
-- Of the past, too, the few divisions are found without reading all of the history for each cluster.
create index ix_history_divisions on history (((row ->> 'cluster')::uuid)) where record_table = 'divisions';
create index ix_history_division_ballots on history (((row ->> 'division')::uuid))
  where record_table = 'division_ballots';

-- What a cluster that was split became.
alter table clusters add column divided_into uuid[] not null default '{}';
