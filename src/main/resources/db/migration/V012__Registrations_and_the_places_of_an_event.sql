-- How many places of an event are taken, and how many are waited for: a row for each event that takes, or took,
-- registrations. Whoever registers locks it first, so that the places are given one after the other.
create table event_places (
  event uuid constraint pk_event_places primary key
    constraint fk_places_event references events (id) on delete cascade,
  -- absent without a limit
  capacity int,
  confirmed bigint not null default 0,
  waiting bigint not null default 0,
  constraint ck_event_places_capacity check (confirmed <= capacity)
);

-- The same of the members of one cluster.
create table cluster_places (
  event uuid not null constraint fk_places_of_event references event_places (event) on delete cascade,
  cluster uuid not null constraint fk_places_cluster references clusters (id),
  quota int,
  confirmed bigint not null default 0,
  constraint pk_cluster_places primary key (event, cluster),
  constraint ck_cluster_places_quota check (confirmed <= quota)
);
create index ix_cluster_places_cluster on cluster_places (cluster);

-- An organisation's places at an event. Whether it has them or waits for them, no day tells, but the order of writes:
-- so it is kept.
create table registrations (
  id uuid constraint pk_registrations primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  event uuid not null constraint fk_registrations_event references event_places (event),
  organisation uuid not null constraint fk_registrations_organisation references organisations (id),
  places int not null constraint ck_registrations_places check (places >= 1),
  membership uuid constraint fk_registrations_membership references memberships (id),
  -- the membership's when it registered: whose quota it takes from
  cluster uuid,
  status text not null
    constraint ck_registrations_status check (status in ('CONFIRMED', 'WAITING', 'CANCELLED')),
  cancelled_on date,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text
);
create index ix_registrations_event on registrations (event, created_at, id);
create index ix_registrations_waiting on registrations (event, created_at, id) where status = 'WAITING';
create index ix_registrations_organisation on registrations (organisation);
create index ix_registrations_membership on registrations (membership);
create index ix_registrations_updated_at on registrations (updated_at, id);
create index ix_registrations_sources on registrations using gin (sources) where sources <> '{}';
