call keep_citations('clusters', 'periods');
call keep_history('clusters', array['search']);
call keep_citations('colleges');
call keep_history('colleges', array['search']);
call keep_citations('mandates');
call keep_history('mandates', array['search', 'found_in']);
call keep_citations('offices');
call keep_history('offices', array['search']);
call keep_legal_numbers('clusters', 'cluster');

create or replace function clusters_of_clusters(record jsonb) returns uuid[] language sql immutable parallel safe
  return array[(record ->> 'id')::uuid];

-- Each slug that a cluster ever had is its own for good: it may come back to it, and to no other.
create or replace function reserve_slug() returns trigger language plpgsql as $$
begin
  if not exists (select from cluster_slugs s where s.slug = new.slug and s.cluster = new.id) then
    insert into cluster_slugs (slug, cluster) values (new.slug, new.id);
  end if;
  return null;
end $$;

create or replace trigger reserve_slug after insert or update of slug on clusters
  for each row execute function reserve_slug();

-- The cluster of a slug that it has or had; none where it is there no longer.
create or replace function clusters_named(slug text) returns uuid
  language sql stable parallel safe
  return (select c.id from cluster_slugs s join clusters c on c.id = s.cluster where s.slug = clusters_named.slug);

-- What a cluster is on a day; null before anything of it is known to have begun. One that was taken over had ended before,
-- also where the day of its end is not known exactly.
drop function if exists cluster_status(text, text, text, uuid, date);
drop function if exists cluster_status(text, text, text, text, date);
create or replace function cluster_status(
    announced_on text, founded_on text, dissolved_on text, followed_on text, divided_into uuid[], day date) returns text
  language sql stable parallel safe
  return case
    when followed_on <> dissolved_on and has_come(followed_on, day) then 'MERGED'
    when has_passed(dissolved_on, day) then case
      when has_come(followed_on, day) then 'MERGED' when divided_into <> '{}' then 'DIVIDED' else 'DISSOLVED' end
    when has_come(founded_on, day) or (founded_on is null and announced_on is null) then 'ACTIVE'
    when has_come(announced_on, day) then 'ANNOUNCED'
  end;

-- Whether the name that a cluster has on a day is a working name: what was said of it last, with the name or by itself.
create or replace function name_is_provisional(provisional boolean, periods jsonb, day date) returns boolean
  language sql stable parallel safe
  return case when periods = '[]' then provisional else (
    select case when p.n = 1 then provisional else coalesce((p.period ->> 'nameProvisional')::boolean, false) end
    from jsonb_array_elements(periods) with ordinality p(period, n)
    where p.n = 1 or (has_come(p.period ->> 'from', day)
      and jsonb_exists_any(p.period -> 'changed', array['name', 'nameProvisional']))
    order by p.n desc limit 1) end;

create or replace function office_status(opened_on text, closed_on text, day date) returns text
  language sql stable parallel safe
  return case
    when has_passed(closed_on, day) then 'CLOSED'
    when has_come(opened_on, day) then 'OPEN'
    else 'PLANNED'
  end;

-- What begins in a cluster by itself, but for its memberships: a change of its name, say, too. What ended before it began never did.
create or replace view cluster_parts as
select p.cluster, p.collection, p.id, p.begins
from (
  select cluster, 'mandates' as collection, id, "from" as begins, until as ends from mandates
  union all
  select cluster, 'colleges', id, "from", until from colleges
  union all
  select cluster, 'offices', id, opened_on, closed_on from offices
  union all
  select c.id, 'periods', (p.period ->> 'id')::uuid, p.period ->> 'from', null
  from clusters c cross join lateral jsonb_array_elements(c.periods) p(period) where c.periods <> '[]') p
where p.begins is not null and coalesce(last_day(p.ends) > first_day(p.begins), true);

-- Nothing begins in a cluster that is no more. The cluster is locked against its end until this is written.
create or replace function check_begun_within_life() returns trigger language plpgsql as $$
declare
  begins text := to_jsonb(new) ->> tg_argv[0];
  ended text;
begin
  select dissolved_on into ended from clusters where id = new.cluster for share;
  if first_day(begins) >= last_day(ended) then
    raise exception 'begun after the life of the cluster' using errcode = '23514',
      constraint = 'ck_clusters_parts_within_life', detail = refusal(tg_argv[1], ended, null);
  end if;
  return new;
end $$;

-- Called for every table of what begins in a cluster, with the column that says when, and its name on the wire.
create or replace procedure keep_within_life(record_table text, begins text, field text) language plpgsql as $$
begin
  execute format('create or replace trigger check_begun_within_life before insert on %1$I for each row
    when (new.cluster is not null and new.%2$I is not null) execute function check_begun_within_life(%2$L, %3$L)',
    record_table, begins, field);
  execute format('create or replace trigger check_begun_within_life_changed before update on %1$I for each row
    when (new.cluster is not null and new.%2$I is not null
      and (new.%2$I is distinct from old.%2$I or new.cluster is distinct from old.cluster))
    execute function check_begun_within_life(%2$L, %3$L)', record_table, begins, field);
end $$;

call keep_within_life('mandates', 'from', 'from');
call keep_within_life('colleges', 'from', 'from');
call keep_within_life('offices', 'opened_on', 'openedOn');

-- The same of all that it has.
create or replace function check_parts_within_life() returns trigger language plpgsql as $$
declare
  later record;
begin
  select p.id, p.begins into later from cluster_parts p
  where p.cluster = new.id and first_day(p.begins) >= last_day(new.dissolved_on)
  order by first_day(p.begins), p.id limit 1;
  if found then
    raise exception 'begun after the life of the cluster' using errcode = '23514',
      constraint = 'ck_clusters_parts_within_life', detail = refusal('dissolvedOn', later.begins, later.id);
  end if;
  return null;
end $$;

create or replace trigger check_parts_within_life after update of dissolved_on on clusters
  for each row when (new.dissolved_on is not null and old.dissolved_on is distinct from new.dissolved_on)
  execute function check_parts_within_life();

-- Nor does it change, which one row tells.
create or replace function check_changed_within_life() returns trigger language plpgsql as $$
begin
  if exists (
      select from jsonb_array_elements(new.periods) p(period)
      where first_day(p.period ->> 'from') >= last_day(new.dissolved_on) and not exists (
        select from jsonb_array_elements(old.periods) o(period)
        where o.period ->> 'id' = p.period ->> 'id' and o.period ->> 'from' = p.period ->> 'from')) then
    raise exception 'changed after the life of the cluster' using errcode = '23514',
      constraint = 'ck_clusters_parts_within_life', detail = refusal('from', new.dissolved_on, null);
  end if;
  return new;
end $$;

create or replace trigger check_changed_within_life before update of periods on clusters
  for each row when (new.dissolved_on is not null and old.periods <> new.periods)
  execute function check_changed_within_life();

-- Nor does a mandate begin in an organisation that has become another, or on its behalf. After the foreign key was looked at,
-- which waits for who is about to write that it has: so of two at once the second sees the first.
create or replace function check_mandate_of_followed() returns trigger language plpgsql as $$
declare
  followed text := (select o.followed_on from organisations o where o.id = new.organisation and o.followed_by is not null);
begin
  if first_day(new."from") >= last_day(followed) then
    raise exception 'a mandate of who has become another' using errcode = '23514',
      constraint = 'ck_mandates_followed', detail = refusal('from', followed, null);
  end if;
  return null;
end $$;

create or replace trigger check_mandate_of_followed after insert on mandates
  for each row when (new.organisation is not null) execute function check_mandate_of_followed();
create or replace trigger check_mandate_of_followed_changed after update on mandates
  for each row when (new.organisation is not null
    and (new.organisation is distinct from old.organisation or new."from" is distinct from old."from"))
  execute function check_mandate_of_followed();

-- The legal numbers by which a cluster is known: its own or its organisation's.
create or replace view cluster_numbers as
select c.id as cluster, c.organisation, coalesce(o.siren, c.siren) as siren, coalesce(o.siret, c.siret) as siret,
  coalesce(o.rna, c.rna) as rna
from clusters c left join organisations o on o.id = c.organisation;

-- The clusters that one came from at once: those that it followed, those that were split into it, and, for a day before
-- that, those of which it left.
create or replace function origins_of(cluster uuid, day date) returns setof uuid
  language sql stable parallel safe
begin atomic
  select c.id from clusters c where c.followed_by = origins_of.cluster
  union all
  select d.cluster from divisions d
  where d.results @> array[origins_of.cluster] and d.effective_on is not null
    and (d.kind = 'SPLIT' or origins_of.day < first_day(d.effective_on));
end;

-- A cluster and all that it came from by mergers and divisions, at any depth, whatever the day that is asked about: who was
-- there before it was, belonged to those it came from.
create or replace function lineage_of(cluster uuid, day date) returns setof uuid
  language sql stable parallel safe
begin atomic
  with recursive line(id) as (
    select lineage_of.cluster where num_nulls(lineage_of.cluster, lineage_of.day) = 0
    union
    select o.id from line cross join lateral origins_of(line.id, lineage_of.day) o(id))
  select id from line;
end;

-- The same by mergers and divisions in effect on a day.
create or replace function predecessors_by(cluster uuid, day date) returns setof uuid
  language sql stable parallel safe
begin atomic
  with recursive line(id) as (
    select predecessors_by.cluster
    union
    select next.id from line cross join lateral (
      select c.id from clusters c
      where c.followed_by = line.id and first_day(c.followed_on) <= predecessors_by.day
      union all
      select d.cluster from divisions d
      where d.results @> array[line.id] and first_day(d.effective_on) <= predecessors_by.day) next)
  select id from line;
end;

-- These clusters and all that followed them by mergers and splits: who edits a party edits the result.
create or replace function heirs_of(clusters uuid[]) returns setof uuid
  language sql stable parallel safe
begin atomic
  with recursive heirs(id) as (
    select unnest(heirs_of.clusters)
    union
    select next.id from heirs join clusters c on c.id = heirs.id
    cross join lateral unnest(c.divided_into || c.followed_by) next(id) where next.id is not null)
  select id from heirs;
end;

-- What has become one with a cluster, or came apart, by mergers and divisions in effect on a day: all that came before and after, at any
-- depth.
create or replace function family_of(cluster uuid, day date) returns setof uuid
  language sql stable parallel safe
begin atomic
  with recursive family(id) as (
    select family_of.cluster where num_nulls(family_of.cluster, family_of.day) = 0
    union
    select next.id from family f cross join lateral (
      select c.id from clusters c
      where c.followed_by = f.id and first_day(c.followed_on) <= family_of.day
      union all
      select c.followed_by from clusters c
      where c.id = f.id and c.followed_by is not null and first_day(c.followed_on) <= family_of.day
      union all
      select d.cluster from divisions d
      where d.results @> array[f.id] and first_day(d.effective_on) <= family_of.day
      union all
      select unnest(d.results) from divisions d
      where d.cluster = f.id and first_day(d.effective_on) <= family_of.day) next)
  select id from family;
end;

-- Who writes what belongs to a cluster shares it until the transaction ends; an act that reaches over all that belongs
-- to it (a merger, its reversal, a dissolution) holds it alone. These are no row locks: sharers of a row would let one
-- who wants it alone wait for ever, and here whoever waits for it alone comes before those who come later.
create or replace function cluster_lock(cluster uuid) returns bigint language sql immutable strict parallel safe
  return hashtextextended(cluster::text, 55);

-- False, without waiting, where one of them is held or is waited for.
create or replace function share_clusters(clusters uuid[]) returns boolean language plpgsql as $$
declare
  cluster uuid;
begin
  foreach cluster in array clusters loop
    if not pg_try_advisory_xact_lock_shared(cluster_lock(cluster)) then
      return false;
    end if;
  end loop;
  return true;
end $$;

-- Waits, for one after the other in one order.
create or replace procedure hold_clusters(clusters uuid[]) language plpgsql as $$
declare
  lock bigint;
begin
  for lock in select distinct cluster_lock(id) from unnest(clusters) id order by 1 loop
    perform pg_advisory_xact_lock(lock);
  end loop;
end $$;

-- What the last dissolution of a cluster wrote; of one that was entered before acts had an id, what its transaction did.
create or replace function dissolution_writes(ended uuid) returns setof bigint language sql stable parallel safe
begin atomic
  with dissolution as (
    select h.act, h.commit, h.seq from history h
    where h.record_id = dissolution_writes.ended and h.action = 'CHANGED' and h.row ->> 'dissolved_on' is not null
      and (select b.row ->> 'dissolved_on' from history b where b.record_id = h.record_id and b.seq < h.seq
        order by b.seq desc limit 1) is null
    order by h.seq desc limit 1)
  select h.seq from history h join dissolution d on h.act = d.act
  union all
  select h.seq from history h, dissolution d where d.act is null and h.seq >= d.seq and h.commit = d.commit;
end;

-- Puts back what it ended.
create or replace procedure reverse_dissolution(ended uuid, now timestamptz, tables text[]) language plpgsql as $$
declare
  -- not once the cluster goes on
  writes bigint[] := array(select * from dissolution_writes(ended));
begin
  call undo_writes(writes, now, tables);
  -- and what was entered later as ended by it, of which nothing else says that it ended
  update memberships m set until = null, end_reason = null, version = m.version + 1, updated_at = now
  where m.cluster = ended and m.end_reason = 'DISSOLVED';
end $$;

create or replace function path_of_colleges(record jsonb) returns text language sql immutable parallel safe
  return '/clusters/' || (record ->> 'cluster') || '/colleges/' || (record ->> 'id');

create or replace function path_of_mandates(record jsonb) returns text language sql immutable parallel safe
  return coalesce(
    '/clusters/' || (record ->> 'cluster'), '/organisations/' || (record ->> 'organisation'))
    || '/mandates/' || (record ->> 'id');

create or replace function path_of_offices(record jsonb) returns text language sql immutable parallel safe
  return '/clusters/' || (record ->> 'cluster') || '/offices/' || (record ->> 'id');

-- The region in which what belongs to a cluster or an organisation is found whatever the day; none where that has periods.
-- Who changes it waits for who has read it, and is waited for.
create or replace function lasting_region(cluster uuid, organisation uuid) returns text language plpgsql as $$
declare
  region text;
begin
  if cluster is not null then
    select case when c.periods = '[]' then c.region end into region from clusters c
    where c.id = lasting_region.cluster for key share;
  elsif organisation is not null then
    select case when o.periods = '[]' then o.region end into region from organisations o
    where o.id = lasting_region.organisation for key share;
  end if;
  return region;
end $$;

create or replace function hold_region() returns trigger language plpgsql as $$
begin
  execute format('select from %I where id = $1 for update', tg_table_name) using old.id;
  return new;
end $$;

create or replace trigger hold_region before update of region, periods on clusters for each row
  when (old.region is distinct from new.region or (old.periods = '[]') <> (new.periods = '[]'))
  execute function hold_region();
create or replace trigger hold_region before update of region, periods on organisations for each row
  when (old.region is distinct from new.region or (old.periods = '[]') <> (new.periods = '[]'))
  execute function hold_region();

-- The arguments are the table of what belongs to it, which of that does, and the region of its own that it may have.
create or replace function sync_found_in() returns trigger language plpgsql as $$
begin
  execute format(
    'update %1$I set found_in = coalesce(%3$s, $2) where %2$s and found_in is distinct from coalesce(%3$s, $2)',
    tg_argv[0], tg_argv[1], tg_argv[2])
  using new.id, case when new.periods = '[]' then new.region end;
  return null;
end $$;

-- Called for every table with a column found_in, with what is a cluster's and an organisation's, $1, and a region of its own.
drop procedure if exists keep_found_in(text, text, text, text);
create or replace procedure keep_found_in(
    record_table text, of_cluster text, of_organisation text, own text default 'null')
  language plpgsql as $$
declare
  holder text[];
begin
  foreach holder slice 1 in array array[array['clusters', of_cluster], array['organisations', of_organisation]] loop
    execute format(
      'create or replace trigger sync_found_in_of_%1$s after update of region, periods on %2$I for each row
       when (case when old.periods = ''[]'' then old.region end is distinct from
         case when new.periods = ''[]'' then new.region end)
       execute function sync_found_in(%1$L, %3$L, %4$L)',
      record_table, holder[1], holder[2], own);
  end loop;
end $$;

create or replace function keep_found_in_of_mandates() returns trigger language plpgsql as $$
begin
  new.found_in := lasting_region(new.cluster, new.organisation);
  return new;
end $$;

create or replace trigger keep_found_in before insert or update of cluster, organisation on mandates
  for each row execute function keep_found_in_of_mandates();

call keep_found_in('mandates', 'cluster = $1', 'cluster is null and organisation = $1');
call follow_from_record('mandates', 'found_in',
  'case when r.cluster is not null
     then (select c.region from clusters c where c.id = r.cluster and c.periods = ''[]'')
     else (select o.region from organisations o where o.id = r.organisation and o.periods = ''[]'') end');
