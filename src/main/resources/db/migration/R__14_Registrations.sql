call keep_citations('registrations');
call keep_history('registrations', array['search', 'cluster']);

create or replace function clusters_of_registrations(record jsonb) returns uuid[] language sql stable parallel safe
  return array_remove(array[
    (select e.host_cluster from events e where e.id = (record ->> 'event')::uuid),
    (select m.cluster from memberships m where m.id = (record ->> 'membership')::uuid)], null);

create or replace function readers_of_registrations(record jsonb) returns uuid[] language sql stable parallel safe
  return clusters_of_registrations(record) || array(
    select s.cluster from shares s
    where s.event = (record ->> 'event')::uuid and s.accepted_on is not null and s.refused_on is null);

-- Who has become another organisation by then takes part in nothing; as with memberships and mandates.
create or replace function check_registration_of_followed() returns trigger language plpgsql as $$
declare
  followed text := (
    select o.followed_on from organisations o join events e on e.id = new.event
    where o.id = new.organisation and o.followed_by is not null
      and coalesce(e.last_on >= first_day(o.followed_on), true));
begin
  if followed is not null then
    raise exception 'a registration of who has become another' using errcode = '23514',
      constraint = 'ck_registrations_followed', detail = refusal('organisation', followed, null);
  end if;
  return null;
end $$;

create or replace trigger check_registration_of_followed after insert on registrations
  for each row when (new.status <> 'CANCELLED') execute function check_registration_of_followed();
create or replace trigger check_registration_of_followed_changed after update of organisation on registrations
  for each row when (new.organisation <> old.organisation and new.status <> 'CANCELLED')
  execute function check_registration_of_followed();

create or replace function offers_places(capacity int, registrations_open boolean) returns boolean
  language sql immutable parallel safe
  return coalesce(registrations_open, capacity is not null);

create or replace function sync_event_places() returns trigger language plpgsql as $$
begin
  if offers_places(new.capacity, new.registrations_open) or new.quotas <> '[]' then
    insert into event_places (event, capacity) values (new.id, new.capacity) on conflict do nothing;
  end if;
  update event_places set capacity = new.capacity where event = new.id;
  update cluster_places set quota = null where event = new.id and quota is not null
    and cluster::text not in (select q ->> 'cluster' from jsonb_array_elements(new.quotas) q);
  delete from cluster_places where event = new.id and quota is null and confirmed = 0;
  update cluster_places p set quota = (q ->> 'places')::int from jsonb_array_elements(new.quotas) q
  where p.event = new.id and p.cluster = (q ->> 'cluster')::uuid;
  insert into cluster_places (event, cluster, quota)
  select new.id, (q ->> 'cluster')::uuid, (q ->> 'places')::int from jsonb_array_elements(new.quotas) q
  on conflict do nothing;
  return null;
end $$;

create or replace trigger sync_event_places_added after insert on events for each row
  when (offers_places(new.capacity, new.registrations_open) or new.quotas <> '[]')
  execute function sync_event_places();

create or replace trigger sync_event_places_changed after update on events for each row
  when (old.capacity is distinct from new.capacity or old.quotas <> new.quotas
    or old.registrations_open is distinct from new.registrations_open
    or old.cancelled_on is distinct from new.cancelled_on or old.last_on is distinct from new.last_on)
  execute function sync_event_places();

create or replace procedure count_places(one registrations, sign int) language plpgsql as $$
begin
  update event_places set
    confirmed = confirmed + case one.status when 'CONFIRMED' then sign * one.places else 0 end,
    waiting = waiting + case one.status when 'WAITING' then sign * one.places else 0 end
  where event = one.event;
  if one.status = 'CONFIRMED' and one.cluster is not null then
    update cluster_places set confirmed = confirmed + sign * one.places
    where event = one.event and cluster = one.cluster;
    if not found then
      insert into cluster_places (event, cluster, confirmed) values (one.event, one.cluster, sign * one.places);
    end if;
    delete from cluster_places
    where event = one.event and cluster = one.cluster and quota is null and confirmed = 0;
  end if;
end $$;

create or replace function sync_registered_places() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    call count_places(old, -1);
  end if;
  if tg_op <> 'DELETE' then
    call count_places(new, 1);
  end if;
  return null;
end $$;

create or replace trigger sync_registered_places after insert or update or delete on registrations
  for each row execute function sync_registered_places();

-- Who of those that wait gets places now, in order. Nobody overtakes: the first for whom there is no room ends it; but
-- one whose cluster's quota is used up, or who asks for more than there ever is, stands in no other cluster's way.
-- Behind them comes one more, who wants so many more places, of the quota of a cluster so many more: a row without an
-- id says that they are there.
create or replace function who_gets_places(event uuid, cluster uuid, more int, more_of_quota int) returns setof uuid
  language plpgsql stable as $$
#variable_conflict use_column
declare
  most numeric;
  free numeric;
  quotas jsonb;
  unused jsonb;
  held uuid[] := '{}';
  one record;
  is_full boolean := false;
begin
  select coalesce(p.capacity::numeric, 'Infinity'), coalesce(p.capacity::numeric, 'Infinity') - p.confirmed
  into most, free
  from event_places p where p.event = who_gets_places.event;
  select coalesce(jsonb_object_agg(c.cluster, c.quota), '{}'),
    coalesce(jsonb_object_agg(c.cluster, c.quota - c.confirmed), '{}') into quotas, unused
  from cluster_places c where c.event = who_gets_places.event and c.quota is not null;
  for one in
    select r.id, r.places, r.cluster from registrations r
    where r.event = who_gets_places.event and r.status = 'WAITING' order by r.created_at, r.id
  loop
    exit when free <= 0;
    continue when one.places > most or one.places > (quotas ->> one.cluster::text)::int;
    if one.cluster = any(held) or one.places > (unused ->> one.cluster::text)::int then
      held := held || one.cluster;
      continue;
    end if;
    is_full := one.places > free;
    exit when is_full;
    free := free - one.places;
    if unused ? one.cluster::text then
      unused := jsonb_set(unused, array[one.cluster::text],
        to_jsonb((unused ->> one.cluster::text)::int - one.places));
    end if;
    return next one.id;
  end loop;
  if (who_gets_places.more <= 0 or (who_gets_places.more <= free and not is_full))
    and (who_gets_places.more_of_quota <= 0 or who_gets_places.cluster is null or (
      who_gets_places.cluster <> all(held)
      and who_gets_places.more_of_quota <= coalesce(
        (unused ->> who_gets_places.cluster::text)::numeric, 'Infinity'))) then
    return next null;
  end if;
end $$;

create or replace function path_of_registrations(record jsonb) returns text language sql immutable parallel safe
  return '/events/' || (record ->> 'event') || '/registrations/' || (record ->> 'id');

call follow_from_record('registrations', 'cluster', 'select m.cluster from memberships m where m.id = r.membership',
  'membership', 'memberships');
call follow_from_records('event_places',
  'select e.id as event, e.capacity, coalesce(t.confirmed, 0) as confirmed, coalesce(t.waiting, 0) as waiting
   from events e
   left join (
     select r.event, sum(r.places) filter (where r.status = ''CONFIRMED'') as confirmed,
       sum(r.places) filter (where r.status = ''WAITING'') as waiting
     from registrations r group by r.event) t on t.event = e.id
   where t.event is not null or offers_places(e.capacity, e.registrations_open) or e.quotas <> ''[]''');
call follow_from_records('cluster_places',
  'select coalesce(q.event, t.event) as event, coalesce(q.cluster, t.cluster) as cluster, q.quota,
     coalesce(t.confirmed, 0) as confirmed
   from (
     select e.id as event, (quota ->> ''cluster'')::uuid as cluster, (quota ->> ''places'')::int as quota
     from events e cross join lateral jsonb_array_elements(e.quotas) quota) q
   full join (
     select r.event, r.cluster, sum(r.places) as confirmed from registrations r
     where r.status = ''CONFIRMED'' and r.cluster is not null group by r.event, r.cluster) t
   on t.event = q.event and t.cluster = q.cluster');
