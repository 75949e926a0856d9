-- Whose answers a stretch of what was written can have changed.

-- Whether two states of a record differ, and in nothing that is told to everybody.
create or replace function is_untold(record_table text, before jsonb, after jsonb) returns boolean
  language sql stable parallel safe
  return coalesce(
    before - array['version', 'updated_at'] <> after - array['version', 'updated_at']
      and told_of(record_table, before, false, false) - array['version', 'updated_at']
        = told_of(record_table, after, false, false) - array['version', 'updated_at'],
    false);

-- The ids and slugs of all clusters of which something may be told otherwise; one that is null says that of anything
-- may. Members, mandates, events and registrations are told of their cluster, of those it came from or went on in, and,
-- what is in a calendar, of those which share it or might (with whom there is a convention). All else is told anywhere:
-- organisations by name in every member, clusters in what they share. So is what is many, for it is not worth looking.
-- Nothing is told otherwise to the public by memberships that it may not read, such as applications, nor by credentials, nor
-- by what changed of a record that it is not told of: that memory is of no use any more would tell that there is one.
-- It is asked once for each write, and to plan it took four times as long as to answer it: so one plan is kept, which leads
-- to few rows by their keys however large the tables become.
create or replace function touched_clusters(after bigint, until bigint) returns setof text language plpgsql stable
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if until - after > 100 then
    return next null;
    return;
  end if;
  -- of anything else it is told anywhere
  if exists (
    select from (
      select x.history_seq from feed x where x.position > after and x.position <= until order by x.position limit 100) f
    join history h on h.seq = f.history_seq
    where h.record_table not in ('memberships', 'mandates', 'events', 'registrations', 'credentials')
      and to_regprocedure('told_of_' || h.record_table || '(jsonb, boolean, boolean)') is null) then
    return next null;
    return;
  end if;
  return query
    with written as (
      select h.record_table, h.record_id, state.row
      from (
        -- so that even where the tables were never analysed it is known how few there are
        select x.history_seq from feed x where x.position > after and x.position <= until order by x.position limit 100) f
      join history h on h.seq = f.history_seq
      left join lateral (
        select b.row from history b where b.record_id = h.record_id and b.seq < h.seq order by b.seq desc limit 1) before on true
      cross join lateral (select h.row union all select before.row) state
      where state.row is not null
        and (h.record_table not in ('memberships', 'credentials') or may_read(h.record_table, state.row, '{}'))
        and not is_untold(h.record_table, before.row, h.row)),
    owners as (
      select case w.record_table
          when 'memberships' then (w.row ->> 'cluster')::uuid
          when 'mandates' then (w.row ->> 'cluster')::uuid
          when 'events' then (w.row -> 'host' ->> 'cluster')::uuid
          when 'registrations' then (select e.host_cluster from events e where e.id = (w.row ->> 'event')::uuid)
        end as cluster,
        w.record_table in ('events', 'registrations') as in_calendar,
        case w.record_table
          when 'events' then w.record_id
          when 'registrations' then (w.row ->> 'event')::uuid
        end as event
      from written w),
    nearby as (
      select distinct o.cluster, o.in_calendar, o.event, f.id
      from owners o cross join lateral family_of(o.cluster, date 'infinity') f(id)),
    all_of as (
      select o.cluster as id from owners o
      union
      select n.id from nearby n
      union
      select other.cluster
      from nearby n join convention_parties mine on mine.cluster = n.id
      join convention_parties other using (convention)
      where n.in_calendar
      union
      select s.cluster from owners o join shares s on s.event = o.event)
    select a.id::text from all_of a
    union all
    select s.slug from all_of a join cluster_slugs s on s.cluster = a.id;
end $$;
