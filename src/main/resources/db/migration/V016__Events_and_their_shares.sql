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
  uid text not null constraint uq_events_uid unique,
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
    plain(array[name, series || coalesce(' ' || edition::text, '')])) stored
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
call let_cite('events');
create function clusters_of_events(record jsonb) returns uuid[] language sql immutable parallel safe
  return array_remove(array[(record -> 'host' ->> 'cluster')::uuid], null);
call keep_history('events', array['search']);

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
create function seat_guests() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from event_guests where event = new.id;
  end if;
  insert into event_guests (event, organisation, cluster)
  select new.id, unnest(new.present), (new.host ->> 'cluster')::uuid;
  return null;
end $$;
create trigger seat_inserted after insert on events
  for each row when (new.present <> '{}') execute function seat_guests();
create trigger seat_updated after update on events
  for each row when (old.present <> new.present or old.host is distinct from new.host)
  execute function seat_guests();

-- A cluster hosts nothing once it is no more. It is locked against its end until the event is written.
create function keep_event_within_life() returns trigger language plpgsql as $$
declare
  ended text;
begin
  select dissolved_on into ended from clusters where id = (new.host ->> 'cluster')::uuid for share;
  if last_day(ended) <= first_day(new.starts_on) then
    raise exception 'after the life of the cluster' using
      errcode = '23514', constraint = 'ck_events_within_life';
  end if;
  return new;
end $$;
create trigger keep_event_within_life before insert or update of host, starts_on on events
  for each row when (new.host ? 'cluster') execute function keep_event_within_life();

create function event_status(cancelled_on date, last_on date, day date) returns text
  language sql immutable parallel safe
  return case
    when cancelled_on <= day then 'CANCELLED'
    when last_on < day then 'PAST'
    else 'PLANNED'
  end;

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
call let_cite('shares');
create function clusters_of_shares(record jsonb) returns uuid[] language sql stable parallel safe
  return array_remove(array[(record ->> 'cluster')::uuid, (
    select e.host_cluster from events e where e.id = (record ->> 'event')::uuid)], null);
call keep_history('shares', array['search']);

-- Nor does anything stand in the calendar of a cluster that is no more.
create function keep_share_within_life() returns trigger language plpgsql as $$
declare
  ended text;
  begins date;
begin
  select dissolved_on into ended from clusters where id = new.cluster for share;
  select first_on into begins from events where id = new.event;
  if last_day(ended) <= begins then
    raise exception 'after the life of the cluster' using
      errcode = '23514', constraint = 'ck_shares_within_life';
  end if;
  return new;
end $$;
create trigger keep_share_within_life before insert on shares
  for each row execute function keep_share_within_life();

create function share_status(accepted_on date, refused_on date, day date) returns text
  language sql immutable parallel safe
  return case
    when refused_on <= day then 'REFUSED'
    when accepted_on <= day then 'ACCEPTED'
    else 'REQUESTED'
  end;

-- Which cluster hosted an event on a day.
create function host_on(host_cluster uuid, former_hosts jsonb, day date) returns uuid
  language sql immutable parallel safe
  return case when former_hosts = '[]' then host_cluster else coalesce((
    select (former ->> 'cluster')::uuid from jsonb_array_elements(former_hosts) former
    where (former ->> 'until')::date > day order by former ->> 'until' limit 1), host_cluster) end;

-- The events in the calendars of these clusters on a day: hosted there, or shared with them.
create function calendar_of(clusters uuid[], day date) returns setof uuid
  language sql stable parallel safe
begin atomic
  select e.id from events e
  where e.host_cluster = any(calendar_of.clusters) and e.former_hosts = '[]'
  union all
  select e.id from events e
  where e.former_hosts <> '[]'
    and host_on(e.host_cluster, e.former_hosts, calendar_of.day) = any(calendar_of.clusters)
  union all
  select s.event from shares s
  where s.cluster = any(calendar_of.clusters)
    and share_status(s.accepted_on, s.refused_on, calendar_of.day) = 'ACCEPTED'
    and coalesce(s.until, 'infinity') > calendar_of.day;
end;

-- The convention under which a host may share what takes place from a first day to a last one: it covers events,
-- binds both, or those they succeeded, and is in force on both days.
create function convention_between(host uuid, partner uuid, first_on date, last_on date) returns uuid
  language sql stable parallel safe
begin atomic
  select k.id from conventions k
  where 'EVENTS' = any(k.covers)
    and exists (
      select from unnest(k.parties) one, unnest(k.parties) other
      where one <> other and one in (select lineage_of(convention_between.host, 'infinity'))
        and other in (select lineage_of(convention_between.partner, 'infinity')))
    and convention_status(k.signed_on, k.begins_on, k.until, convention_between.first_on) = 'IN_FORCE'
    and convention_status(k.signed_on, k.begins_on, k.until, convention_between.last_on) = 'IN_FORCE'
  order by first_day(k.begins_on) desc, k.id limit 1;
end;

-- The clusters with which a convention on events is in force on a day, and what they became.
create function partners_of(cluster uuid, day date) returns setof uuid
  language sql stable parallel safe
begin atomic
  select heirs_of(array(
    select party from conventions k, unnest(k.parties) party
    where 'EVENTS' = any(k.covers)
      and k.parties && array(select lineage_of(partners_of.cluster, 'infinity'))
      and convention_status(k.signed_on, k.begins_on, k.until, partners_of.day) = 'IN_FORCE'));
end;

-- Other events of the same or of partner clusters, in the same city, on a day of this one; those who share want to
-- know. An event whose day isn't known clashes with none.
create function clashes_of(event uuid) returns setof uuid
  language sql stable parallel safe
begin atomic
  with me as (
    select e.id, e.host_cluster, e.host_organisation, plain(e.city) as city, d.starts_on, d.ends_on
    from events e cross join lateral (
      select e.first_on as starts_on, e.last_on as ends_on
      where e.recurrence is null and length(e.starts_on) = 10
      union all
      select d.starts_on, d.ends_on from event_days d where d.event = e.id) d
    where e.id = clashes_of.event and e.city is not null and e.cancelled_on is null),
  circle as (
    select host_cluster as id from me where host_cluster is not null
    union
    select p from (select distinct host_cluster, starts_on from me where host_cluster is not null) h
      cross join lateral partners_of(h.host_cluster, h.starts_on) p
    union
    select s.cluster from shares s where s.event = clashes_of.event and s.accepted_on is not null
      and s.refused_on is null and s.until is null)
  select distinct o.id
  from events o
  where o.id <> clashes_of.event and o.cancelled_on is null
    and plain(o.city) in (select city from me)
    and (o.host_cluster in (select id from circle)
      or o.host_organisation in (select host_organisation from me))
    and exists (
      select from me
      where (o.recurrence is null and length(o.starts_on) = 10
          and o.first_on <= me.ends_on and o.last_on >= me.starts_on)
        or exists (
          select from event_days d
          where d.event = o.id and d.starts_on <= me.ends_on and d.ends_on >= me.starts_on));
end;

-- What the service derives is no field that somebody wrote.
create or replace function changes_between(record_table text, before jsonb, after jsonb) returns jsonb
  language sql stable parallel safe
  return (
    select coalesce(jsonb_agg(
        jsonb_strip_nulls(jsonb_build_object(
          'pointer', '/' || wire_name(key), 'before', b.value, 'after', a.value))
        order by key), '[]')
    from jsonb_each(coalesce(before, '{}')) b full join jsonb_each(coalesce(after, '{}')) a using (key)
    where coalesce(b.value, '[]') <> coalesce(a.value, '[]')
      and key not in ('id', 'version', 'created_at', 'updated_at', 'organisation_name', 'occurs_until',
        'former_hosts')
      and not exists (
        select from pg_attribute
        where attrelid = record_table::regclass and attname = key and attgenerated <> ''));
