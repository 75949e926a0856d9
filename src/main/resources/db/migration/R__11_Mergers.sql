call keep_citations('mergers', 'steps');
call keep_history('mergers', array['search'], array['first_planned_for', 'completion']);

call keep_citations('ballots');
call keep_history('ballots', array['search']);

create or replace function clusters_of_mergers(record jsonb) returns uuid[] language sql immutable parallel safe
  return array(select jsonb_array_elements_text(record -> 'parties')::uuid);

create or replace function clusters_of_ballots(record jsonb) returns uuid[] language sql immutable parallel safe
  return array[(record ->> 'party')::uuid];

create or replace function sync_merger_parties() returns trigger language plpgsql as $$
begin
  delete from merger_parties where merger = new.id and cluster <> all(new.parties);
  insert into merger_parties (merger, cluster) select new.id, unnest(new.parties)
  on conflict do nothing;
  return null;
end $$;

create or replace trigger sync_merger_parties after insert or update of parties on mergers
  for each row execute function sync_merger_parties();

-- Ballots on mergers and on divisions.
create or replace view votes as
select b.id, b.merger as about, b.party, b.on_merger, b.assembly_on, b.decision, b.created_at as entered_at,
  'ballots' as collection from ballots b
union all
select b.id, b.division, b.party, b.on_merger, b.assembly_on, b.decision, b.created_at,
  'division-ballots' from division_ballots b;

-- The decision of a party's counting ballot on a day: that of its latest assembly by then, of those that decide of it.
create or replace function counting_decision(merger uuid, party uuid, day date) returns text
  language sql stable parallel safe
  return (
    select coalesce(b.decision, 'PENDING') from votes b
    where b.about = counting_decision.merger and b.party = counting_decision.party and b.on_merger is not false
      and b.assembly_on <= counting_decision.day
    order by b.assembly_on desc, b.entered_at desc, b.id desc limit 1);

-- Whose assemblies decide: each party's; of a takeover, that of the cluster that takes over alone.
create or replace function merger_voters(kind text, parties uuid[], result uuid) returns uuid[]
  language sql immutable parallel safe
  return case when kind = 'TAKEOVER' then array[result] else parties end;

create or replace function merger_status(
    merger uuid, parties uuid[], effective_on text, abandoned_on date, day date) returns text
  language sql stable parallel safe
  return case
    when first_day(effective_on) <= day then 'EFFECTIVE'
    when abandoned_on <= day then 'ABANDONED'
    when exists (select from unnest(parties) p
                 where counting_decision(merger, p, day) = 'REJECTED') then 'REJECTED'
    when not exists (select from unnest(parties) p
                     where counting_decision(merger, p, day) is distinct from 'ADOPTED') then 'APPROVED'
    else 'ANNOUNCED'
  end;

-- A merger has no name; it is called by its parties, as they were called on a day.
drop function if exists merger_name(uuid[]);
create or replace function merger_name(parties uuid[], day date) returns text
  language sql stable parallel safe
  return (
    select string_agg(on_day(c.name, c.periods, 'name', day), ' + ' order by n)
    from unnest(parties) with ordinality party(id, n) join clusters c on c.id = party.id);

create or replace function path_of_ballots(record jsonb) returns text language sql immutable parallel safe
  return '/mergers/' || (record ->> 'merger') || '/ballots/' || (record ->> 'id');

-- What comes of a merger is concerned by it, too.
create or replace function followers_of_mergers(record jsonb) returns uuid[] language sql immutable parallel safe
  return array_remove(array[(record ->> 'result')::uuid], null);

create or replace function past_readers_of_mergers(record jsonb) returns uuid[] language sql immutable parallel safe
  return followers_of_mergers(record);

create or replace function past_readers_of_ballots(record jsonb) returns uuid[] language sql stable parallel safe
  return (select m.parties || followers_of_mergers(to_jsonb(m)) from mergers m where m.id = (record ->> 'merger')::uuid);

call follow_from_records('merger_parties', 
  'select m.id as merger, u.cluster from mergers m cross join lateral unnest(m.parties) u(cluster)');

-- What was done with mergers: the announcement, which each has, and the steps that were kept since.
create or replace view merger_steps as
select g.id as merger, g.version, g.created_at, g.updated_at, 0::bigint as n, g.id, 'ANNOUNCED' as kind, g.announced_on as "on",
  case when g.steps @> '[{"kind": "POSTPONED"}]' then g.first_planned_for else g.planned_for end as planned_for,
  null as reason, '{}'::uuid[] as sources
from mergers g
union all
select g.id, g.version, g.created_at, g.updated_at, s.n, (s.step ->> 'id')::uuid, s.step ->> 'kind', s.step ->> 'on', s.step ->> 'plannedFor',
  s.step ->> 'reason', array(select jsonb_array_elements_text(s.step -> 'sources')::uuid)
from mergers g cross join jsonb_array_elements(g.steps) with ordinality s(step, n);

-- Where the members of the parties' colleges go: to what the merger's mapping names or, failing that, to the only college of
-- the result that has the same name; to none that has ended by the day.
create or replace function mapped_colleges(merger uuid, day date) returns table (college uuid, target uuid)
  language sql stable parallel safe
begin atomic
  select (x ->> 'from')::uuid, (x ->> 'to')::uuid
  from mergers g cross join jsonb_array_elements(g.college_mapping) x
  join colleges t on t.id = (x ->> 'to')::uuid
  where g.id = mapped_colleges.merger and coalesce(last_day(t.until) > mapped_colleges.day, true)
  union all
  select k.id, (array_agg(t.id))[1]
  from mergers g
  join colleges k on k.cluster = any(g.parties) and k.cluster <> g.result
  join colleges t on t.cluster = g.result and plain(t.name) = plain(k.name)
  where g.id = mapped_colleges.merger
    and coalesce(last_day(t.until) > mapped_colleges.day, true)
    and not exists (
      select from jsonb_array_elements(g.college_mapping) x where (x ->> 'from')::uuid = k.id)
  group by k.id having count(*) = 1;
end;

call keep_citations('divisions', 'steps');
call keep_history('divisions', array['search'], array['first_planned_for', 'completion']);
call keep_citations('division_ballots');
call keep_history('division_ballots', array['search']);

create or replace function clusters_of_division_ballots(record jsonb) returns uuid[] language sql immutable parallel safe
  return array[(record ->> 'party')::uuid];

create or replace function path_of_division_ballots(record jsonb) returns text language sql immutable parallel safe
  return '/divisions/' || (record ->> 'division') || '/ballots/' || (record ->> 'id');

-- What comes of a division is concerned by it, too.
create or replace function followers_of_divisions(record jsonb) returns uuid[] language sql immutable parallel safe
  return array(select jsonb_array_elements_text(record -> 'results')::uuid);

create or replace function past_readers_of_divisions(record jsonb) returns uuid[] language sql immutable parallel safe
  return followers_of_divisions(record);

create or replace function past_readers_of_division_ballots(record jsonb) returns uuid[] language sql stable parallel safe
  return (
    select d.cluster || followers_of_divisions(to_jsonb(d)) from divisions d where d.id = (record ->> 'division')::uuid);

-- Who may not read an application is not told that it is assigned. That it was one when the division was written last
-- stands beside it, so that what is told of a division follows from the division alone, in its history too; an erasure
-- leaves that as it is.
create or replace function assign_applications() returns trigger language plpgsql as $$
begin
  if nullif(current_setting('grappe.act', true), '')::jsonb ->> 'action' = 'ERASED' then
    new.assignments := old.assignments;
  else
    new.assignments := (
      select jsonb_agg(case when m.id is null then x - 'application' else x || '{"application": true}' end order by n)
      from jsonb_array_elements(new.assignments) with ordinality a(x, n)
      left join memberships m on m.id = (x ->> 'membership')::uuid and m."from" is null);
  end if;
  return new;
end $$;

create or replace trigger assign_applications before insert or update on divisions for each row
  when (new.assignments <> '[]') execute function assign_applications();

create or replace function told_of_divisions(record jsonb, own boolean, partner boolean) returns jsonb
  language sql immutable parallel safe
  return case when record -> 'assignments' @> '[{"application": true}]' then record || jsonb_build_object('assignments', (
    select coalesce(jsonb_agg(x - 'application' order by n), '[]')
    from jsonb_array_elements(record -> 'assignments') with ordinality a(x, n)
    where own or partner or not jsonb_exists(x, 'application'))) else record end;

create or replace trigger keep_updated_at before update on divisions for each row
  when (old.assignments <> new.assignments) execute function keep_updated_at();

-- A member who is made an application again is assigned as one.
create or replace function assign_as_application() returns trigger language plpgsql as $$
begin
  update divisions d
  set version = d.version + 1, updated_at = (nullif(current_setting('grappe.act', true), '')::jsonb ->> 'at')::timestamptz
  where d.id in (select n.division from named_in_undertakings n where n.membership = new.id);
  return null;
end $$;

create or replace trigger assign_as_application after update of "from" on memberships for each row
  when (old."from" is not null and new."from" is null) execute function assign_as_application();

create or replace function sync_division_results() returns trigger language plpgsql as $$
begin
  delete from division_results where division = new.id and cluster <> all(new.results);
  insert into division_results (division, cluster) select new.id, unnest(new.results)
  on conflict do nothing;
  return null;
end $$;

create or replace trigger sync_division_results after insert or update of results on divisions
  for each row execute function sync_division_results();

call follow_from_records('division_results',
  'select d.id as division, u.cluster from divisions d cross join lateral unnest(d.results) u(cluster)');

-- Where what belongs to a cluster goes when it comes apart: the id of a result, LEAVES, or null where nothing says it. The
-- more exact assignment goes first. In a split, whatever may end does where nothing says where it goes.
create or replace function division_things(division uuid) returns table (id uuid, target text)
  language sql stable parallel safe
begin atomic
  with d as materialized (
    select g.cluster, g.kind = 'SPLIT' as splits, g.assignments from divisions g where g.id = division_things.division),
  a as materialized (
    select (x ->> 'membership')::uuid as membership, (x ->> 'college')::uuid as college,
      (x ->> 'office')::uuid as office, (x ->> 'convention')::uuid as convention, (x ->> 'event')::uuid as event,
      (x ->> 'rest')::boolean as rest,
      x ->> 'to' as target
    from d cross join jsonb_array_elements(d.assignments) x)
  select m.id, coalesce(one.target, theirs.target, rest.target,
    case when d.splits and m."from" is null then 'LEAVES' end)
  from d join memberships m on m.cluster = d.cluster
  left join a one on one.membership = m.id
  left join a theirs on theirs.college = m.college
  left join a rest on rest.rest
  union all
  select o.id, coalesce(one.target, rest.target, case when d.splits then 'LEAVES' end)
  from d join offices o on o.cluster = d.cluster
  left join a one on one.office = o.id left join a rest on rest.rest
  union all
  select e.id, coalesce(one.target, rest.target)
  from d join events e on e.host_cluster = d.cluster
  left join a one on one.event = e.id left join a rest on rest.rest
  union all
  select s.id, coalesce(one.target, bound.target, rest.target, case when d.splits then 'LEAVES' end)
  from d join shares s on s.cluster = d.cluster
  left join a one on one.event = s.event left join a bound on bound.convention = s.convention
  left join a rest on rest.rest;
end;

-- Whom a convention of such a cluster binds in its place: of those that are assigned the result (beside the cluster, where
-- that goes on); in a split every result where it leaves or nothing says.
create or replace function division_conventions(division uuid) returns table (id uuid, heirs uuid[])
  language sql stable parallel safe
begin atomic
  with d as materialized (select g.* from divisions g where g.id = division_conventions.division),
  a as materialized (
    select (x ->> 'convention')::uuid as convention, (x ->> 'rest')::boolean as rest,
      nullif(x ->> 'to', 'LEAVES')::uuid as target
    from d cross join jsonb_array_elements(d.assignments) x
    where x ? 'convention' or x ? 'rest')
  select k.id, case
      when t.target is null and d.kind = 'SPLIT' then d.results
      when t.target is null then '{}'
      when d.kind = 'SPLIT' then array[t.target]
      else array[d.cluster, t.target] end
  from d join conventions k on k.parties @> array[d.cluster]
  left join a one on one.convention = k.id left join a rest on rest.rest
  cross join lateral (
    select case when one.convention is null then rest.target else one.target end as target) t
  where d.kind = 'SPLIT' or one.convention is not null or rest.rest;
end;

-- The college of a result that takes the members of each: that which the division's mapping names, or the first of the same
-- name; none that has ended by the day.
create or replace function divided_colleges(division uuid, result uuid, day date) returns table (college uuid, target uuid)
  language sql stable parallel safe
begin atomic
  with mapped as materialized (
    select (x ->> 'from')::uuid as college, t.id as target, t.until
    from divisions d cross join jsonb_array_elements(d.college_mapping) x
    join colleges t on t.id = (x ->> 'to')::uuid
    where d.id = divided_colleges.division and t.cluster = divided_colleges.result)
  select m.college, m.target from mapped m where coalesce(last_day(m.until) > divided_colleges.day, true)
  union all
  select k.id, (array_agg(t.id order by t.id))[1]
  from divisions d join colleges k on k.cluster = d.cluster
  join colleges t on t.cluster = divided_colleges.result and plain(t.name) = plain(k.name)
  where d.id = divided_colleges.division and coalesce(last_day(t.until) > divided_colleges.day, true)
    and k.id not in (select m.college from mapped m)
  group by k.id;
end;

-- The merger or division by which a cluster ended, and the first possible day of its effect; a takeover ends none.
create or replace function end_of_cluster(cluster uuid)
  returns table (merger uuid, division uuid, results uuid[], completion uuid, day date, reason text)
  language sql stable parallel safe
begin atomic
  select g.id, null::uuid, array[g.result], g.completion, first_day(g.effective_on) as day, 'MERGED'
  from clusters c join mergers g on g.result = c.followed_by and g.effective_on is not null and c.id = any(g.parties)
    and g.kind <> 'TAKEOVER'
  where c.id = end_of_cluster.cluster
  union all
  select null::uuid, d.id, d.results, d.completion, first_day(d.effective_on), 'DIVIDED'
  from clusters c join divisions d on d.cluster = c.id and d.kind = 'SPLIT' and d.effective_on is not null
  where c.id = end_of_cluster.cluster and c.divided_into <> '{}'
  order by day desc limit 1;
end;

-- They are told of which end they ask.
drop function if exists later_in_line(uuid, uuid);
drop function if exists later_in_line(uuid, uuid, uuid);
drop function if exists line_of(uuid, uuid);
drop function if exists next_in_line(uuid, uuid);

-- By what memberships of a cluster passed to others: its end, by which all did, and each spin-off, by which those that it
-- assigned did, all of them or those of some colleges.
create or replace function passings_of(cluster uuid)
  returns table (merger uuid, division uuid, results uuid[], completion uuid, day date, reason text, ends boolean,
    takes_all boolean, colleges uuid[])
  language sql stable parallel safe
begin atomic
  select e.merger, e.division, e.results, e.completion, e.day, e.reason, true, true, '{}'::uuid[]
  from end_of_cluster(passings_of.cluster) e
  union all
  select null::uuid, d.id, d.results, d.completion, first_day(d.effective_on), 'DIVIDED', false,
    d.assignments @> '[{"rest": true}]', array(
      select (x ->> 'college')::uuid from jsonb_array_elements(d.assignments) x where x ->> 'college' is not null)
  from divisions d
  where d.cluster = passings_of.cluster and d.kind = 'SPIN_OFF' and d.effective_on is not null;
end;

-- The first of these by which a membership of a college passed that was there since a day.
create or replace function passing_of(cluster uuid, college uuid, since date)
  returns table (merger uuid, division uuid, results uuid[], completion uuid, day date, reason text)
  language sql stable parallel safe
begin atomic
  select p.merger, p.division, p.results, p.completion, p.day, p.reason
  from passings_of(passing_of.cluster) p
  where p.day > passing_of.since and (p.takes_all or passing_of.college = any(p.colleges))
  order by p.day limit 1;
end;

-- Where a membership of a college that was there since a day goes on once a merger or a division has ended it: the cluster,
-- the college there, and from which day.
create or replace function next_in_line(cluster uuid, college uuid, since date)
  returns table (next uuid, taken_by uuid, day date)
  language sql stable parallel safe
begin atomic
  with passed as materialized (
    select * from passing_of(next_in_line.cluster, next_in_line.college, next_in_line.since) e)
  select e.results[1], (
      select k.target from mapped_colleges(e.merger, e.day) k where k.college = next_in_line.college limit 1), e.day
  from passed e where e.merger is not null
  union all
  select t.target, (
      select k.target from divided_colleges(e.division, t.target, e.day) k
      where k.college = next_in_line.college limit 1), e.day
  from passed e cross join lateral (
    select nullif(x ->> 'to', 'LEAVES')::uuid as target
    from divisions d cross join jsonb_array_elements(d.assignments) x
    where d.id = e.division and ((x ->> 'college')::uuid = next_in_line.college or (x ->> 'rest')::boolean)
    order by jsonb_exists(x, 'rest') limit 1) t
  where t.target is not null;
end;

-- Where the memberships of a college go on, one cluster after the other, once they have passed: from which day, and until
-- when they are there.
create or replace function line_of(cluster uuid, college uuid, since date)
  returns table (heir uuid, day date, ended date)
  language sql stable parallel safe
begin atomic
  with recursive line(cluster, college, day) as (
    select n.next, n.taken_by, n.day from next_in_line(line_of.cluster, line_of.college, line_of.since) n
    union all
    select n.next, n.taken_by, n.day from line l cross join lateral next_in_line(l.cluster, l.college, l.day) n)
  select l.cluster, l.day, coalesce(
    (select e.day from passing_of(l.cluster, l.college, l.day) e), last_day(c.dissolved_on), 'infinity')
  from line l join clusters c on c.id = l.cluster;
end;

-- The first membership that an organisation has, from a later day on, in what followed its cluster: one of this college that
-- ended by a merger or division after a day cannot go on there. What it would keep there from before, it goes on with.
create or replace function later_in_line(cluster uuid, organisation uuid, college uuid, since date)
    returns table (membership uuid, "from" date, named uuid)
  language sql stable parallel safe
begin atomic
  with lives as materialized (
    select l.heir as cluster, l.day, l.ended
    from line_of(later_in_line.cluster, later_in_line.college, later_in_line.since) l),
  kept as (
    select min(v.day) as day from lives v join memberships m on m.cluster = v.cluster
    where m.organisation = later_in_line.organisation and m."from" <= v.day and coalesce(m.until > v.day, true))
  select m.id, m."from", m.cluster
  from lives v join memberships m on m.cluster = v.cluster
  where m.organisation = later_in_line.organisation and m."from" > v.day and m."from" < v.ended
    and v.day < coalesce((select day from kept), 'infinity')
  order by v.day, m."from" limit 1;
end;

drop function if exists merger_that_ended(uuid);

-- Ends memberships that are entered late and hold beyond a spin-off that took those of their college, met after a day, as its
-- completion would have done; their own ends come where they go on. Answers which ended, when and why.
create or replace function cut_late(late uuid[], since date, moment timestamptz)
  returns table (membership uuid, day date, reason text) language plpgsql as $$
declare
  signed jsonb := nullif(current_setting('grappe.act', true), '')::jsonb;
  g record;
begin
  for g in
    select m.id, p.completion, p.day, p.reason
    from memberships m cross join lateral (
      select e.* from passings_of(m.cluster) e
      where not e.ends and e.day > greatest(m."from", since) and e.day < m.until
        and (e.takes_all or m.college = any(e.colleges))
      order by e.day limit 1) p
    where m.id = any(late)
  loop
    perform set_config('grappe.act', (signed || jsonb_build_object('act', g.completion))::text, true);
    update memberships m set until = g.day, end_reason = g.reason, version = m.version + 1, updated_at = moment
    where m.id = g.id;
    return query select g.id, g.day, g.reason;
  end loop;
  perform set_config('grappe.act', signed::text, true);
end $$;

drop function if exists continue_late(uuid[], timestamptz);

-- Continues memberships that were entered after the merger or division by which they ended, as its completion would have done,
-- and through every later one what that makes. Who has a membership in the result already gets one more that it continues.
-- All of it belongs to the act that completed the merger, so that its correction and reversal find it. What it makes ends on
-- the day that is told, and for that reason, where nothing ended it before. Answers the colleges for whose members the result
-- has none.
create or replace function continue_late(late uuid[], moment timestamptz, ends date default null, why text default null)
  returns setof uuid language plpgsql as $$
declare
  signed jsonb := nullif(current_setting('grappe.act', true), '')::jsonb;
  pending uuid[] := late;
  made uuid[];
  next uuid[];
  going uuid[];
  g record;
begin
  while cardinality(pending) > 0 loop
    next := '{}';
    for g in
      select distinct e.merger, e.division, e.completion, e.day, e.reason, r.result
      from memberships m cross join lateral passings_of(m.cluster) e
      cross join lateral unnest(e.results) r(result)
      where m.id = any(pending) and e.day = m.until and e.reason = m.end_reason order by e.day, e.merger, e.division, r.result
    loop
      perform set_config('grappe.act', (signed || jsonb_build_object('act', g.completion))::text, true);
      select coalesce(array_agg(m.id), '{}') into going from memberships m
      where m.id = any(pending) and m."from" < g.day and m.until = g.day and m.end_reason = g.reason
        and m.continued is not false
        and exists (
          select from passings_of(m.cluster) e where e.merger = g.merger or e.division = g.division)
        and (g.division is null or m.id in (
          select t.id from division_things(g.division) t where t.target = g.result::text));
      return query
        select distinct m.college from memberships m
        where m.id = any(going) and m.college is not null
          and m.college not in (
            select k.college from mapped_colleges(g.merger, g.day) k
            union all
            select k.college from divided_colleges(g.division, g.result, g.day) k)
          and not exists (
            select from memberships k where k.cluster = g.result and k.organisation = m.organisation
              and k."from" <= g.day and coalesce(k.until > g.day, true));
      with ended as materialized (
        select m.id, m.organisation, m.college, m."from", member_since(m.id, m."from") as since
        from memberships m
        where m.id = any(going)
          and not exists (select from continuations k where k.continued = m.id)),
      grouped as (
        select organisation, array_agg(id order by "from", id) as ids from ended group by organisation),
      kept as (
        update memberships k
        set continues = k.continues || o.ids, version = k.version + 1, updated_at = moment
        from grouped o
        where k.cluster = g.result and k.organisation = o.organisation
          and k."from" <= g.day and coalesce(k.until > g.day, true)
        returning k.organisation),
      longest as (
        select distinct on (e.organisation) e.organisation, t.target
        from ended e left join (
          select k.college, k.target from mapped_colleges(g.merger, g.day) k
          union all
          select k.college, k.target from divided_colleges(g.division, g.result, g.day) k) t on t.college = e.college
        order by e.organisation, e.since, e."from", e.id),
      life as (
        select t.target, coalesce(e.day, last_day(c.dissolved_on)) as until,
          coalesce(e.reason, case when c.dissolved_on is not null then 'DISSOLVED' end) as reason
        from clusters c cross join (select distinct target from longest) t
        left join lateral passing_of(g.result, t.target, g.day) e on true
        where c.id = g.result),
      opened as (
        insert into memberships (id, created_at, updated_at, cluster, organisation, college, "from", until, end_reason,
          continues)
        select new_id(), moment, moment, g.result, l.organisation, l.target, g.day,
          least(f.until, first_day(x.followed_on), ends),
          -- who became another organisation by then was a member no longer
          case when ends <= least(f.until, first_day(x.followed_on), 'infinity') then why
            when first_day(x.followed_on) < coalesce(f.until, 'infinity') then 'SUCCEEDED' else f.reason end, o.ids
        from longest l join grouped o using (organisation) join organisations x on x.id = l.organisation
        join life f on f.target is not distinct from l.target
        where l.organisation not in (select organisation from kept)
          and coalesce(first_day(x.followed_on) > g.day, true)
        returning id)
      select coalesce(array_agg(id), '{}') from opened into made;
      -- who is a member there applies no longer
      update memberships a
      set until = greatest(a.applied_on, g.day), end_reason = g.reason, version = a.version + 1, updated_at = moment
      where a.cluster = g.result and a."from" is null and a.refused_on is null and a.until is null
        and a.organisation in (select m.organisation from memberships m where m.id = any(going))
        and exists (
          select from memberships k where k.cluster = g.result and k.organisation = a.organisation
            and k."from" <= g.day and coalesce(k.until > g.day, true));
      next := next || made;
    end loop;
    pending := next;
  end loop;
  perform set_config('grappe.act', signed::text, true);
end $$;

-- The mergers and divisions in effect in which a cluster took part: whether it came of them, and whether a part left it.
create or replace function effects_of(cluster uuid)
  returns table (collection text, id uuid, effective_on text, completion uuid, comes boolean, leaves boolean)
  language sql stable parallel safe
begin atomic
  select 'mergers', g.id, g.effective_on, g.completion, g.result = effects_of.cluster, false
  from mergers g
  where g.effective_on is not null and (g.result = effects_of.cluster
    or g.id in (select x.merger from merger_parties x where x.cluster = effects_of.cluster))
  union all
  select 'divisions', d.id, d.effective_on, d.completion, d.cluster <> effects_of.cluster,
    d.cluster = effects_of.cluster and d.kind = 'SPIN_OFF'
  from divisions d
  where d.effective_on is not null and (d.cluster = effects_of.cluster or d.results @> array[effects_of.cluster]);
end;

-- A cluster of which a part left was there until then, and so was what came of a merger or division.
create or replace function check_life_until_spin_off() returns trigger language plpgsql as $$
declare
  later record;
begin
  select e.* into later from effects_of(new.id) e
  where (e.comes or e.leaves) and first_day(e.effective_on) > last_day(new.dissolved_on)
  order by e.leaves desc, first_day(e.effective_on), e.id limit 1;
  if later.leaves then
    raise exception 'a part left the cluster later' using errcode = '23514',
      constraint = 'ck_clusters_life_until_spin_off', detail = refusal('dissolvedOn', later.effective_on, later.id);
  end if;
  if later.comes then
    raise exception 'others became the cluster later' using errcode = '23514',
      constraint = 'ck_clusters_life_as_result', detail = refusal('dissolvedOn', later.effective_on, later.id);
  end if;
  return new;
end $$;

create or replace trigger check_life_until_spin_off before update of dissolved_on on clusters
  for each row when (new.dissolved_on is not null and old.dissolved_on is distinct from new.dissolved_on)
  execute function check_life_until_spin_off();

-- A cluster was there when anything in which it took part took effect; the act itself moves both.
create or replace function check_begun_by_effect() returns trigger language plpgsql as $$
declare
  acting uuid := nullif(current_setting('grappe.act', true), '')::jsonb ->> 'act';
  begun date := greatest(first_day(new.announced_on), first_day(new.founded_on));
  earlier record;
begin
  if begun <= greatest(first_day(old.announced_on), first_day(old.founded_on)) then
    return new;
  end if;
  select e.* into earlier from effects_of(new.id) e
  where e.completion is distinct from acting and last_day(e.effective_on) < begun
  order by first_day(e.effective_on), e.id limit 1;
  if found then
    raise exception 'it took part in something earlier' using errcode = '23514', constraint = 'ck_clusters_begun_by_effect',
      detail = refusal(case when first_day(new.founded_on) = begun then 'foundedOn' else 'announcedOn' end,
        earlier.effective_on, earlier.id);
  end if;
  return new;
end $$;

create or replace trigger check_begun_by_effect before update of announced_on, founded_on on clusters
  for each row when (old.announced_on is distinct from new.announced_on or old.founded_on is distinct from new.founded_on)
  execute function check_begun_by_effect();

-- What came of anything says since when it is there. A reversal takes both away.
create or replace function check_founded_by_effect() returns trigger language plpgsql as $$
declare
  earlier record;
begin
  select e.* into earlier from effects_of(new.id) e join clusters c on c.id = new.id and c.founded_on is null
  where e.comes order by first_day(e.effective_on), e.id limit 1;
  if found then
    raise exception 'it came of something' using errcode = '23514', constraint = 'ck_clusters_founded_by_effect',
      detail = refusal('foundedOn', earlier.effective_on, earlier.id);
  end if;
  return null;
end $$;

drop trigger if exists check_founded_by_effect on clusters;
create constraint trigger check_founded_by_effect after update of founded_on on clusters deferrable
  for each row when (old.founded_on is not null and new.founded_on is null) execute function check_founded_by_effect();

-- What mergers and divisions name besides clusters, by its kind.
create or replace function things_named(undertaking jsonb) returns table (kind text, thing uuid)
  language sql immutable parallel safe
begin atomic
  select k.key, (k.value #>> '{}')::uuid
  from jsonb_array_elements(coalesce(undertaking -> 'assignments', '[]')) x cross join jsonb_each(x) k
  where k.key in ('membership', 'college', 'office', 'convention', 'event') and k.value <> 'null'
  union
  select 'college', (y ->> f)::uuid
  from jsonb_array_elements(undertaking -> 'college_mapping') y cross join unnest(array['from', 'to']) f;
end;

-- Assignments or a mapping, without what names any of these.
create or replace function without_named(said jsonb, gone uuid[]) returns jsonb language sql immutable parallel safe
  return (
    select coalesce(jsonb_agg(x order by n), '[]') from jsonb_array_elements(said) with ordinality a(x, n)
    where not exists (select from jsonb_each_text(x) k where k.value in (select g::text from unnest(gone) g)));

-- What was given up keeps nothing from going, and names it no more then.
create or replace function forget_named() returns trigger language plpgsql as $$
declare
  moment timestamptz := nullif(current_setting('grappe.act', true), '')::jsonb ->> 'at';
begin
  if not exists (select from named_in_undertakings n where n.thing = old.id) then
    return old;
  end if;
  update divisions d
  set assignments = without_named(d.assignments, array[old.id]),
    college_mapping = without_named(d.college_mapping, array[old.id]), version = d.version + 1, updated_at = moment
  where d.abandoned_on is not null
    and d.id in (select n.division from named_in_undertakings n where n.thing = old.id);
  update mergers g
  set college_mapping = without_named(g.college_mapping, array[old.id]), version = g.version + 1, updated_at = moment
  where g.abandoned_on is not null
    and g.id in (select n.merger from named_in_undertakings n where n.thing = old.id);
  return old;
end $$;

create or replace trigger forget_named before delete on memberships for each row execute function forget_named();
create or replace trigger forget_named before delete on colleges for each row execute function forget_named();
create or replace trigger forget_named before delete on offices for each row execute function forget_named();
create or replace trigger forget_named before delete on conventions for each row execute function forget_named();
create or replace trigger forget_named before delete on events for each row execute function forget_named();

-- It refers to what it names anew; what it named before may be gone, from the time when nothing kept it.
create or replace function sync_named_things() returns trigger language plpgsql as $$
declare
  before jsonb := case tg_op when 'UPDATE' then to_jsonb(old) else '{"college_mapping": []}' end;
  divides boolean := tg_table_name = 'divisions';
begin
  if divides then
    delete from named_in_undertakings n
    where n.division = new.id and n.thing not in (select t.thing from things_named(to_jsonb(new)) t);
  else
    delete from named_in_undertakings n
    where n.merger = new.id and n.thing not in (select t.thing from things_named(to_jsonb(new)) t);
  end if;
  insert into named_in_undertakings (merger, division, membership, college, office, convention, event)
  select case when not divides then new.id end, case when divides then new.id end,
    case t.kind when 'membership' then t.thing end, case t.kind when 'college' then t.thing end,
    case t.kind when 'office' then t.thing end, case t.kind when 'convention' then t.thing end,
    case t.kind when 'event' then t.thing end
  from (
    select * from things_named(to_jsonb(new)) except select * from things_named(before)) t;
  return null;
end $$;

create or replace trigger sync_named_things_added after insert on divisions
  for each row execute function sync_named_things();
create or replace trigger sync_named_things_changed after update on divisions for each row
  when (old.assignments <> new.assignments or old.college_mapping <> new.college_mapping)
  execute function sync_named_things();
create or replace trigger sync_named_things_added after insert on mergers
  for each row execute function sync_named_things();
create or replace trigger sync_named_things_changed after update on mergers for each row
  when (old.college_mapping <> new.college_mapping) execute function sync_named_things();
