-- What takes place: on a day, on several, at a time, or by a rule again and again.
create table events (
  id uuid constraint pk_events primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text collate french,
  series text collate french,
  edition int,
  kind text,
  host jsonb,
  scope text,
  starts_on text constraint ck_events_starts_on check (is_partial_date(starts_on)),
  ends_on text constraint ck_events_ends_on check (is_partial_date(ends_on)),
  start_time time,
  end_time time,
  timezone text not null,
  description text,
  venue text,
  city text collate french,
  region text constraint fk_events_region references regions (code),
  url text,
  present uuid[] not null default '{}',
  capacity int constraint ck_events_capacity check (capacity >= 0),
  registrations_open boolean,
  quotas jsonb not null default '[]',
  recurrence text,
  exceptions date[] not null default '{}',
  -- The name under which it stands in every calendar, whoever hosts it.
  uid text not null,
  -- The host for which it was entered, a cluster or an organisation; empty where there was none. It stays when the
  -- event changes host, and in what it is called in calendars nobody else stands in its way.
  entered_for text collate "C" not null,
  cancelled_on date,
  -- Occurrences that were moved or cancelled by themselves.
  changed jsonb not null default '[]',
  -- The last day of the last occurrence; infinite for a rule without an end.
  occurs_until date,
  -- Clusters that hosted it before they became part of another: {"cluster", "until"}.
  former_hosts jsonb not null default '[]',
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  host_cluster uuid generated always as ((host ->> 'cluster')::uuid) stored
    constraint fk_events_host_cluster references clusters (id),
  host_organisation uuid generated always as ((host ->> 'organisation')::uuid) stored
    constraint fk_events_host_organisation references organisations (id),
  called text collate french not null
    generated always as (coalesce(name, series || coalesce(' ' || edition::text, ''))) stored,
  begins text generated always as (starts_on || coalesce('T' || start_time::text, '')) stored,
  first_on date generated always as (first_day(starts_on)) stored,
  last_on date generated always as (coalesce(occurs_until, last_day(coalesce(ends_on, starts_on)))) stored,
  search text not null generated always as (
    plain(array[name, series || coalesce(' ' || edition::text, '')])) stored,
  constraint uq_events_uid unique (uid, entered_for)
);
create index ix_events_begins on events (coalesce(begins collate "C", '9999'), id);
create index ix_events_host_cluster on events (host_cluster, first_on);
create index ix_events_host_organisation on events (host_organisation);
create index ix_events_former_hosts on events (id) where former_hosts <> '[]';
create index ix_events_first_on on events (first_on, last_on);
create index ix_events_series on events (plain(series), edition);
create index ix_events_city on events (plain(city), first_on);
create index ix_events_region on events (region);
create index ix_events_created_at on events (created_at, id);
create index ix_events_updated_at on events (updated_at, id);
create index ix_events_search on events using gin (search gin_trgm_ops);
create index ix_events_sources on events using gin (sources) where sources <> '{}';

-- The days of a recurring event: the day that its rule gives, and the days on which it takes place.
create table event_days (
  event uuid not null constraint fk_days_event references events (id) on delete cascade,
  date date not null,
  starts_on date not null,
  ends_on date not null,
  constraint pk_event_days primary key (event, date)
);
create index ix_event_days_starts_on on event_days (event, starts_on, ends_on);

-- Who was there, so that the database itself refuses an organisation that does not exist.
create table event_guests (
  event uuid not null constraint fk_guests_event references events (id) on delete cascade,
  organisation uuid not null constraint fk_guests_organisation references organisations (id),
  cluster uuid,
  constraint pk_event_guests primary key (event, organisation)
);
create index ix_event_guests_organisation on event_guests (organisation);

-- An event in the calendar of a cluster that does not host it.
create table shares (
  id uuid constraint pk_shares primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  event uuid not null constraint fk_shares_event references events (id),
  cluster uuid not null constraint fk_shares_cluster references clusters (id),
  convention uuid not null constraint fk_shares_convention references conventions (id) deferrable,
  requested_on date not null,
  accepted_on date,
  refused_on date,
  -- Whether the partner has spoken for itself.
  answered boolean not null default false,
  -- The first day on which it no longer stands, since host and partner became one.
  until date,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  constraint uq_shares_cluster unique (event, cluster)
);
create index ix_shares_cluster on shares (cluster, event);
create index ix_shares_convention on shares (convention);
create index ix_shares_updated_at on shares (updated_at, id);
create index ix_shares_sources on shares using gin (sources) where sources <> '{}';
