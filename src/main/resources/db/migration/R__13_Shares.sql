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
    raise exception 'after the life of the cluster' using
      errcode = '23514', constraint = 'ck_shares_within_life';
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
-- isn't known clashes with none; for one that recurs each convention is looked at once, not on each of its days.
create or replace function clashes_of(event uuid) returns setof uuid
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
  line as (
    select lineage_of((select host_cluster from me limit 1), 'infinity') as id),
  circle as (
    select host_cluster as id from me where host_cluster is not null
    union
    select heirs_of(array(
      select party from line
      join convention_parties b on b.cluster = line.id
      join conventions k on k.id = b.convention and 'EVENTS' = any(k.covers)
      cross join unnest(k.parties) party
      where exists (
        select from me
        where me.starts_on >= first_day(k.begins_on) and (k.until is null or me.starts_on < last_day(k.until)))))
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
