call keep_citations('shares');
call keep_history('shares', array['search']);

create or replace function clusters_of_shares(record jsonb) returns uuid[] language sql stable parallel safe
  return array_remove(array[(record ->> 'cluster')::uuid, (
    select e.host_cluster from events e where e.id = (record ->> 'event')::uuid)], null);

-- Nor does anything stand in the calendar of a cluster that is no more.
create or replace function check_share_within_life() returns trigger language plpgsql as $$
declare
  ended text;
  begins date;
begin
  select dissolved_on into ended from clusters where id = new.cluster for share;
  select first_on into begins from events where id = new.event;
  if last_day(ended) <= begins then
    raise exception 'after the life of the cluster' using errcode = '23514',
      constraint = 'ck_shares_within_life', detail = refusal('cluster', ended, null);
  end if;
  return new;
end $$;

create or replace trigger check_share_within_life before insert on shares
  for each row execute function check_share_within_life();

create or replace function share_status(accepted_on date, refused_on date, day date) returns text
  language sql immutable parallel safe
  return case
    when refused_on <= day then 'REFUSED'
    when accepted_on <= day then 'ACCEPTED'
    else 'REQUESTED'
  end;

-- The events in the calendars of these clusters on a day: hosted there, or shared with them.
create or replace function calendar_of(clusters uuid[], day date) returns setof uuid
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
create or replace function convention_between(host uuid, partner uuid, first_on date, last_on date) returns uuid
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

-- Other events of the same or of partner clusters, in the same city, on a day of this one; those who share want to know.
-- Partners are those with which a convention on events is in force that day, and what they became. An event whose day
-- isn't known clashes with none. Of one that recurs only the days are looked at that another event or a convention has.
create or replace function clashes_of(event uuid) returns setof uuid
  language sql stable parallel safe
begin atomic
  with me as materialized (
    select e.id, e.host_cluster, e.host_organisation, plain(e.city) as city, e.recurrence is not null as recurs,
      e.first_on, e.last_on, least(e.first_on, (
        select d.starts_on from event_days d where d.event = e.id order by d.starts_on limit 1)) as earliest
    from events e
    where e.id = clashes_of.event and e.city is not null and e.cancelled_on is null
      and (e.recurrence is not null or length(e.starts_on) = 10)),
  conventions_on_events as materialized (
    select k.parties, first_day(k.begins_on) as since, coalesce(last_day(k.until), 'infinity') as until
    from conventions k
    where 'EVENTS' = any(k.covers) and k.id = any(array(
      select b.convention from convention_parties b
      where b.cluster = any(array(select lineage_of((select host_cluster from me), 'infinity')))))),
  circle as materialized (
    select host_cluster as id from me where host_cluster is not null
    union
    select heirs_of(array(
      select unnest(k.parties) from conventions_on_events k cross join me
      where case when me.recurs
        then exists (
          select from event_days d where d.event = me.id and d.starts_on >= k.since and d.starts_on < k.until)
        else me.first_on >= k.since and me.first_on < k.until end))
    union
    select s.cluster from shares s where s.event = clashes_of.event and s.accepted_on is not null
      and s.refused_on is null and s.until is null),
  others as materialized (
    select o.* from events o
    where plain(o.city) = (select city from me) and o.host_cluster = any(array(select id from circle))
    union all
    select o.* from events o
    where plain(o.city) = (select city from me) and o.host_organisation = (select host_organisation from me))
  select o.id
  from others o cross join me
  where o.id <> clashes_of.event and o.cancelled_on is null
    and ((o.recurrence is null and length(o.starts_on) = 10 and case when me.recurs
          then exists (
            select from event_days d where d.event = me.id and d.starts_on <= o.last_on and d.ends_on >= o.first_on)
          else o.first_on <= me.last_on and o.last_on >= me.first_on end)
      or case when me.recurs
        then exists (
          select from event_days d
          where d.event = o.id and d.ends_on >= me.earliest and exists (
            select from event_days m where m.event = me.id and m.starts_on <= d.ends_on and m.ends_on >= d.starts_on))
        else exists (
          select from event_days d where d.event = o.id and d.starts_on <= me.last_on and d.ends_on >= me.first_on) end);
end;

create or replace function path_of_shares(record jsonb) returns text language sql immutable parallel safe
  return '/events/' || (record ->> 'event') || '/shares/' || (record ->> 'cluster');

-- An event is in the calendars of those with whom it is shared.
create or replace function followers_of_events(record jsonb) returns uuid[] language sql stable parallel safe
  return array(select s.cluster from shares s where s.event = (record ->> 'id')::uuid);
