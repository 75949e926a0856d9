-- Whose answers a stretch of what was written can have changed.

-- Whether two states of a record differ, and in nothing that is told to everybody.
create or replace function is_untold(record_table text, before jsonb, after jsonb) returns boolean
  language sql stable parallel safe
  return case
    when num_nulls(before, after) > 0
      or before - array['version', 'updated_at'] = after - array['version', 'updated_at'] then false
    else told_of(record_table, before, false, false) - array['version', 'updated_at']
      = told_of(record_table, after, false, false) - array['version', 'updated_at'] end;

-- The ids and slugs of all clusters of which something may be told otherwise; one that is null says that of anything
-- may. Members, mandates, events and registrations are told of their cluster, of those it came from or went on in, and,
-- what is in a calendar, of those which share it or might (with whom there is a convention). All else is told anywhere:
-- organisations by name in every member, clusters in what they share. So is what is many, for it is not worth looking.
-- Nothing is told otherwise to the public by memberships that it may not read, such as applications, nor by credentials, nor
-- by what changed of a record that it is not told of: that memory is of no use any more would tell that there is one.
-- It is asked once for each write: so it goes in steps that most writes need few of, and its plans are kept, which lead to few
-- rows by their keys however large the tables become. To plan it took four times as long as to answer it.
create or replace function touched_clusters(after bigint, until bigint) returns setof text language plpgsql stable
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  anywhere boolean := until - after > 100;
  owners uuid[]; -- the clusters whose records were written
  hosts uuid[]; -- those of them whose calendars were
  shown uuid[]; -- the events
  touched uuid[];
begin
  if not anywhere then
    select bool_or(o.cluster is null), array_agg(distinct o.cluster),
      array_agg(distinct o.cluster) filter (where w.record_table in ('events', 'registrations')),
      array_agg(distinct o.event) filter (where o.event is not null)
    into anywhere, owners, hosts, shown
    from (
      select h.record_table, h.record_id, state.row
      from (
        -- so that even where the tables were never analysed it is known how few there are
        select x.history_seq from feed x where x.position > after and x.position <= until order by x.position limit 100) f
      join history h on h.seq = f.history_seq
      left join lateral (
        select b.row from history b where b.record_id = h.record_id and b.seq < h.seq order by b.seq desc limit 1) before on true
      cross join lateral (select h.row union all select before.row) state
      where state.row is not null
        and case h.record_table
          when 'memberships' then readers_of_memberships(state.row) is null
          when 'credentials' then false
          else true end
        and not is_untold(h.record_table, before.row, h.row)) w
    cross join lateral (
      select
        case
          when w.record_table in ('memberships', 'mandates') then (w.row ->> 'cluster')::uuid
          when w.record_table = 'events' then (w.row -> 'host' ->> 'cluster')::uuid
          when w.record_table = 'registrations' then (
            select e.host_cluster from events e where e.id = (w.row ->> 'event')::uuid)
        end as cluster,
        case w.record_table
          when 'events' then w.record_id
          when 'registrations' then (w.row ->> 'event')::uuid
        end as event) o;
  end if;
  if anywhere then
    return next null;
    return;
  end if;
  touched := owners || array(
    select f.id from unnest(owners) o cross join lateral family_of(o, date 'infinity') f(id));
  if hosts is not null then
    touched := touched || array(
      select other.cluster
      from unnest(hosts) o
      cross join lateral family_of(o, date 'infinity') f(id)
      join convention_parties mine on mine.cluster = f.id
      join convention_parties other using (convention)
      union all
      select s.cluster from shares s where s.event = any(shown));
  end if;
  return query
    select distinct id::text from unnest(touched) id
    union all
    select s.slug from cluster_slugs s where s.cluster = any(touched);
end $$;
