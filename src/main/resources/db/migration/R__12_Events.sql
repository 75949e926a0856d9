call keep_citations('events', 'changed');
call keep_history('events', array['search', 'entered_for', 'found_in'], array['occurs_until', 'former_hosts']);

create or replace function clusters_of_events(record jsonb) returns uuid[] language sql immutable parallel safe
  return array_remove(array[(record -> 'host' ->> 'cluster')::uuid], null);

create or replace function keep_entered_for() returns trigger language plpgsql as $$
begin
  new.entered_for := case tg_op
    when 'INSERT' then coalesce(new.host ->> 'cluster', new.host ->> 'organisation', '')
    else old.entered_for end;
  return new;
end $$;

create or replace trigger keep_entered_for before insert or update of entered_for on events
  for each row execute function keep_entered_for();

create or replace function sync_event_guests() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from event_guests where event = new.id;
  end if;
  insert into event_guests (event, organisation, cluster)
  select new.id, unnest(new.present), (new.host ->> 'cluster')::uuid;
  return null;
end $$;

create or replace trigger sync_event_guests_added after insert on events
  for each row when (new.present <> '{}') execute function sync_event_guests();

create or replace trigger sync_event_guests_changed after update on events
  for each row when (old.present <> new.present or old.host is distinct from new.host)
  execute function sync_event_guests();

-- A cluster hosts nothing once it is no more. It is locked against its end until the event is written.
create or replace function check_event_within_life() returns trigger language plpgsql as $$
declare
  ended text;
begin
  select dissolved_on into ended from clusters where id = (new.host ->> 'cluster')::uuid for share;
  if last_day(ended) <= first_day(new.starts_on) then
    raise exception 'after the life of the cluster' using errcode = '23514',
      constraint = 'ck_events_within_life',
      detail = refusal(case when tg_op = 'UPDATE' and new.host <> old.host
        and new.starts_on is not distinct from old.starts_on then 'host' else 'startsOn' end, ended, null);
  end if;
  return new;
end $$;

create or replace trigger check_event_within_life before insert on events
  for each row when (new.host ? 'cluster') execute function check_event_within_life();
-- One that was cancelled with its cluster is still described; it takes place again only where there is a host.
create or replace trigger check_event_within_life_changed before update on events
  for each row when (new.host ? 'cluster' and (new.host is distinct from old.host
    or new.starts_on is distinct from old.starts_on or (old.cancelled_on is not null and new.cancelled_on is null)))
  execute function check_event_within_life();

-- Whether an occurrence of an event takes place, by what was said of all of them and of this one.
create or replace function is_held(cancelled_on date, changed jsonb, date date, starts_on date) returns boolean
  language sql stable parallel safe
  return coalesce(cancelled_on > starts_on, true) and not exists (
    select from jsonb_array_elements(changed) x where x ->> 'date' = date::text and x ->> 'cancelledOn' is not null);

-- What a cluster hosts that begins on or after a day and has not been cancelled, the earliest of each event: occurrences, too.
create or replace function hosted_from(cluster uuid, day date) returns table (event uuid, starts_on text)
  language sql stable parallel safe
begin atomic
  select e.id, coalesce(d.starts_on::text, e.starts_on)
  from events e left join lateral (
    select o.starts_on from event_days o
    where o.event = e.id and o.starts_on >= hosted_from.day and is_held(e.cancelled_on, e.changed, o.date, o.starts_on)
    order by o.starts_on limit 1) d on true
  where e.host_cluster = hosted_from.cluster and e.last_on >= hosted_from.day
    and case when e.recurrence is null then e.cancelled_on is null and e.first_on >= hosted_from.day
      else d.starts_on is not null end
  order by coalesce(d.starts_on, e.first_on), e.id;
end;

-- Nor does it end before it hosts what has not been cancelled.
create or replace function check_events_within_life() returns trigger language plpgsql as $$
declare
  later record;
begin
  select h.event, h.starts_on into later from hosted_from(new.id, last_day(new.dissolved_on)) h limit 1;
  if found then
    raise exception 'after the life of the cluster' using errcode = '23514',
      constraint = 'ck_events_within_life', detail = refusal('dissolvedOn', later.starts_on, later.event);
  end if;
  return null;
end $$;

create or replace trigger check_events_within_life after update of dissolved_on on clusters
  for each row when (new.dissolved_on is not null and old.dissolved_on is distinct from new.dissolved_on)
  execute function check_events_within_life();

-- Nor do occurrences go on, whether the rule gives them or one is moved there. What the service does as time goes on is
-- nobody's write.
create or replace function check_days_within_life() returns trigger language plpgsql as $$
declare
  late record;
begin
  if nullif(current_setting('grappe.act', true), '') is null then
    return null;
  end if;
  perform from clusters c
  where c.id in (select e.host_cluster from events e where e.id in (select event from added)) order by c.id for share;
  select c.dissolved_on, exists (
      select from jsonb_array_elements(e.changed) x
      where x ->> 'date' = a.date::text and x -> 'moved' ->> 'startsOn' is not null) as moved into late
  from added a join events e on e.id = a.event join clusters c on c.id = e.host_cluster
  where a.starts_on >= last_day(c.dissolved_on) and is_held(e.cancelled_on, e.changed, a.date, a.starts_on)
  order by a.starts_on limit 1;
  if found then
    raise exception 'after the life of the cluster' using errcode = '23514', constraint = 'ck_events_within_life',
      detail = refusal(case when late.moved then 'startsOn' else 'recurrence' end, late.dissolved_on, null);
  end if;
  return null;
end $$;

create or replace trigger check_days_within_life_added after insert on event_days referencing new table as added
  for each statement execute function check_days_within_life();
create or replace trigger check_days_within_life_changed after update on event_days referencing new table as added
  for each statement execute function check_days_within_life();

-- Nor does a series take place again, or come to a host that is no more.
create or replace function check_series_within_life() returns trigger language plpgsql as $$
declare
  ended text;
begin
  select dissolved_on into ended from clusters where id = new.host_cluster for share;
  if exists (select from hosted_from(new.host_cluster, last_day(ended)) h where h.event = new.id) then
    raise exception 'after the life of the cluster' using errcode = '23514', constraint = 'ck_events_within_life',
      detail = refusal(case when new.host is distinct from old.host then 'host' else 'recurrence' end, ended, null);
  end if;
  return null;
end $$;

create or replace trigger check_series_within_life after update on events
  for each row when (new.recurrence is not null and new.host_cluster is not null
    and (new.host is distinct from old.host or (old.cancelled_on is not null
      and new.cancelled_on is distinct from old.cancelled_on)))
  execute function check_series_within_life();

create or replace function event_status(cancelled_on date, last_on date, day date) returns text
  language sql immutable parallel safe
  return case
    when cancelled_on <= day then 'CANCELLED'
    when last_on < day then 'PAST'
    else 'PLANNED'
  end;

-- Which cluster hosted an event on a day, before another did. Few events had another host: what all events ask is apart.
create or replace function former_host(former_hosts jsonb, day date) returns uuid
  language sql immutable parallel safe
  return (
    select (former ->> 'cluster')::uuid from jsonb_array_elements(former_hosts) former
    where (former ->> 'until')::date > day order by former ->> 'until' limit 1);

create or replace function host_on(host_cluster uuid, former_hosts jsonb, day date) returns uuid
  language sql immutable parallel safe
  return case when former_hosts = '[]' then host_cluster
    else coalesce(former_host(former_hosts, day), host_cluster) end;

-- The days that go are kept with the commit that took them, where somebody has written the event.
create or replace function keep_former_days() returns trigger language plpgsql as $$
begin
  if nullif(current_setting('grappe.act', true), '') is not null and exists (select from removed) then
    insert into former_event_days (event, date, starts_on, ends_on, added_in, removed_in)
    select event, date, starts_on, ends_on, added_in, current_commit() from removed;
  end if;
  return null;
end $$;

create or replace trigger keep_former_days_removed after delete on event_days referencing old table as removed
  for each statement execute function keep_former_days();
create or replace trigger keep_former_days_changed after update on event_days referencing old table as removed
  for each statement execute function keep_former_days();

call follow_from_record('events', 'entered_for',
  'coalesce((select b.row -> ''host'' ->> ''cluster'' from history b where b.record_id = r.id order by b.seq limit 1), '''')');
call follow_from_records('event_guests',
  'select e.id as event, u.organisation, e.host_cluster as cluster
   from events e cross join lateral unnest(e.present) u(organisation)');
call follow_from_records('event_days',
  'with known as materialized (select c.id from commits c where c.at <= (select known_at()))
   select d.event, d.date, d.starts_on, d.ends_on, d.added_in from present.event_days d
   where d.added_in is null or d.added_in in (select id from known)
   union all
   select d.event, d.date, d.starts_on, d.ends_on, d.added_in from former_event_days d
   where (d.added_in is null or d.added_in in (select id from known))
     and d.removed_in not in (select id from known)');

create or replace function keep_found_in_of_events() returns trigger language plpgsql as $$
begin
  new.found_in := coalesce(
    new.region, lasting_region((new.host ->> 'cluster')::uuid, (new.host ->> 'organisation')::uuid));
  return new;
end $$;

create or replace trigger keep_found_in before insert or update of region, host on events
  for each row execute function keep_found_in_of_events();

call keep_found_in(
  'events', 'host_cluster = $1', 'host_cluster is null and host_organisation = $1', 'region');
call follow_from_record('events', 'found_in',
  'coalesce(r.region,
     (select c.region from clusters c where c.id = (r.host ->> ''cluster'')::uuid and c.periods = ''[]''),
     (select o.region from organisations o where o.id = (r.host ->> ''organisation'')::uuid and o.periods = ''[]''))');
