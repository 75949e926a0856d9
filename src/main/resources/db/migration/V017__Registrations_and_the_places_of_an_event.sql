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

create function offers_places(capacity int, registrations_open boolean) returns boolean
  language sql immutable parallel safe
  return coalesce(registrations_open, capacity is not null);

create function offer_places() returns trigger language plpgsql as $$
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
create trigger offer_inserted after insert on events for each row
  when (offers_places(new.capacity, new.registrations_open) or new.quotas <> '[]')
  execute function offer_places();
create trigger offer_updated after update on events for each row
  when (old.capacity is distinct from new.capacity or old.quotas <> new.quotas
    or old.registrations_open is distinct from new.registrations_open
    or old.cancelled_on is distinct from new.cancelled_on or old.last_on is distinct from new.last_on)
  execute function offer_places();

insert into event_places (event, capacity)
select id, capacity from events where offers_places(capacity, registrations_open) or quotas <> '[]';
insert into cluster_places (event, cluster, quota)
select e.id, (q ->> 'cluster')::uuid, (q ->> 'places')::int from events e, jsonb_array_elements(e.quotas) q;

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
call let_cite('registrations');
create function clusters_of_registrations(record jsonb) returns uuid[] language sql stable parallel safe
  return array_remove(array[
    (select e.host_cluster from events e where e.id = (record ->> 'event')::uuid),
    (select m.cluster from memberships m where m.id = (record ->> 'membership')::uuid)], null);
call keep_history('registrations', array['search', 'cluster']);

create procedure count_places(one registrations, sign int) language plpgsql as $$
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
  end if;
end $$;
create function keep_places() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    call count_places(old, -1);
  end if;
  if tg_op <> 'DELETE' then
    call count_places(new, 1);
  end if;
  return null;
end $$;
create trigger keep_places after insert or update or delete on registrations
  for each row execute function keep_places();

-- Who of those that wait gets places now, in order. Nobody overtakes: the first for whom there is no room ends it; but
-- one whose cluster's quota is used up, or who asks for more than there ever is, stands in no other cluster's way.
-- Behind them comes one more, who wants so many more places, of the quota of a cluster so many more: a row without an
-- id says that they are there.
create function who_gets_places(event uuid, cluster uuid, more int, more_of_quota int) returns setof uuid
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
