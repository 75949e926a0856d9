-- Conventions: each cluster has one on events with the next one, and one on something else with a further one.
insert into conventions (id, created_at, updated_at, title, parties, covers, series, signings, "from", until)
select bench.id(2 * c.n + k, 16, at), at, at, 'Convention n° ' || 2 * c.n + k,
  array[c.id, d.id], array[case k when 0 then 'EVENTS' else (array['PROGRAMMES', 'OFFICES', 'REFLECTION'])[1 + c.n % 3] end],
  case when c.n % 4 = 0 then array['Rendez-vous ' || c.n] else '{}' end,
  jsonb_build_array(jsonb_build_object('on', date '2009-01-01' + bench.pick(c.n, 1601, 300)::int, 'city', 'Toulouse',
    'signatories', '[]'::jsonb, 'witnesses', '[]'::jsonb)),
  case when c.n % 2 = 0 then '2010' end, case when c.n % 10 = 0 then '2020' end
from bench.sizes, bench.clusters c, generate_series(0, 1) k, bench.made(2 * c.n + k, '1 hour') at,
  lateral (select id from bench.clusters where n = 1 + (c.n + 6 * k) % clusters) d;

-- Events of 2015 to 2029, of series of about fifty, a tenth of them hosted by organisations, some at the end of a merger.
-- Two of a hundred recur: every week of a year or, two at scale 1, every day without an end.
set session_replication_role = replica;
create table bench.events as
select i, bench.id(i, 17, at) as id, at,
  case when i % 10 = 0 then null when i % 100 = 7 then k.id else c.id end as host, case when i % 10 = 0 then o.id end as organisation,
  case when i % 100 = 7 then jsonb_build_array(jsonb_build_object('cluster', p.id, 'until', '2015-01-01')) else '[]' end as former,
  case when i % 10 > 0 and i % 100 <> 7 then c.n end as n,
  date '2015-01-01' + bench.pick(i, 1702, 5400)::int as day,
  case when i % 5000 = 0 then 'FREQ=DAILY' when i % 50 = 0 then 'FREQ=WEEKLY;COUNT=52' end as rule
from bench.sizes cross join generate_series(1, events) i
cross join bench.made(i, '30 seconds') at
join bench.clusters c on c.n = 1 + floor(clusters * power(bench.pick(i, 1701, 1000000) / 1e6, 2))::int
join bench.organisations o on o.n = 1 + bench.pick(i, 1703, organisations)
join bench.kin k on k.slug = 'vaste-' || 1 + i % scale
join bench.kin p on p.slug = 'partie-' || 1 + i % scale || '-' || 1 + i % 20;

insert into events (id, created_at, updated_at, name, series, edition, kind, host, scope, starts_on, ends_on, start_time,
  end_time, timezone, venue, city, region, present, capacity, recurrence, uid, entered_for, cancelled_on, occurs_until,
  former_hosts, sources, found_in)
select id, at, at,
  case when i % 4 > 0 then first[1 + bench.pick(i, 1704, 104)] || ' ' || second[1 + bench.pick(i, 1705, 52)] || ' ' || i end,
  case when i % 4 = 0 or i % 3 = 0 then 'Rendez-vous ' || 1 + bench.pick(i, 1706, 200 * scale) end,
  case when i % 4 = 0 then 1 + bench.pick(i, 1707, 40) end,
  (array['CONFERENCE', 'WORKSHOP', 'GENERAL_ASSEMBLY', 'FAIR', 'LAUNCH', 'PRESS_CONFERENCE', 'OTHER'])[1 + i % 7],
  case when organisation is null then jsonb_build_object('cluster', host) else jsonb_build_object('organisation', organisation) end,
  (array['LOCAL', 'REGIONAL', 'NATIONAL', 'INTERNATIONAL'])[1 + bench.pick(i, 1708, 4)],
  day::text, case when i % 6 = 0 and rule is null then (day + 2)::text end, case when i % 3 > 0 then time '09:00' end,
  case when i % 3 > 0 then time '17:00' end, 'Europe/Paris', 'Salle ' || i % 50, town[1 + bench.pick(i, 1709, 60)],
  case when i % 2 = 0 then region[1 + bench.pick(i, 1710, 20)] end,
  case when i % 10 = 1 then array(
    select o.id from generate_series(0, 2) g
    join bench.organisations o on o.n = 1 + (bench.pick(i, 1711, organisations) + g) % organisations) else '{}' end,
  case when i % 10 = 3 then 50 end, rule, id::text, coalesce(host, organisation)::text,
  case when i % 33 = 0 then day - 20 end, case rule when 'FREQ=DAILY' then '9999-12-31' when 'FREQ=WEEKLY;COUNT=52' then day + 357 end,
  former, case when i % 20 = 0 then array[bench.id(s, 1, bench.made(s, '1 hour'))] else '{}' end,
  case when i % 2 = 0 then region[1 + bench.pick(i, 1710, 20)]
    when organisation is null then (select x.region from clusters x where x.id = host)
    else (select x.region from organisations x where x.id = organisation) end
from bench.words, bench.sizes, bench.events, lateral (select 1 + bench.pick(i, 1712, sources) as s) source;
insert into event_days (event, date, starts_on, ends_on)
select e.id, d, d, d from bench.events e,
  lateral (select e.day + g from generate_series(0, case rule when 'FREQ=DAILY' then date '2036-11-26' - e.day else 357 end,
    case rule when 'FREQ=DAILY' then 1 else 7 end) g) x (d)
where rule is not null;
insert into event_guests (event, organisation, cluster) select id, unnest(present), host_cluster from events where present <> '{}';
insert into citations (source_id, record_id, record_table) select unnest(sources), id, 'events' from events where sources <> '{}';

-- Two in five of those that are not local are shared with the next cluster.
insert into shares (id, created_at, updated_at, event, cluster, convention, requested_on, accepted_on, refused_on, answered)
select bench.id(b.i, 18, b.at), b.at, b.at, b.id, c.id, bench.id(2 * b.n, 16, bench.made(2 * b.n, '1 hour')), b.day - 60,
  case when b.i % 10 between 1 and 7 then b.day - 50 end, case when b.i % 10 = 8 then b.day - 50 end, b.i % 10 between 1 and 8
from bench.sizes cross join bench.events b join events e using (id) join bench.clusters c on c.n = 1 + b.n % clusters
where e.scope <> 'LOCAL' and b.n % 10 > 0 and bench.pick(b.i, 1801, 5) < 2;

-- Twelve organisations register for each event with places: ten have theirs, one waits, one has gone.
insert into registrations (id, created_at, updated_at, event, organisation, places, status, cancelled_on)
select bench.id(16 * b.i + k, 19, b.at), b.at + k * interval '1 hour', b.at + k * interval '1 hour', b.id, o.id,
  1 + bench.pick(16 * b.i + k, 1901, 4), case k when 10 then 'WAITING' when 11 then 'CANCELLED' else 'CONFIRMED' end,
  case k when 11 then b.day - 1 end
from bench.sizes, bench.events b, generate_series(0, 11) k,
  bench.organisations o where b.i % 10 = 3 and o.n = 1 + (bench.pick(b.i, 1902, organisations) + k) % organisations;
insert into event_places (event, capacity, confirmed, waiting)
select e.id, e.capacity, coalesce(sum(places) filter (where status = 'CONFIRMED'), 0),
  coalesce(sum(places) filter (where status = 'WAITING'), 0)
from events e join registrations r on r.event = e.id group by e.id;

insert into history (record_id, record_table, at, action, by, commit, row)
select id, 'events', updated_at, 'CREATED', current_setting('grappe.act')::jsonb -> 'by', act.commit,
  bench.kept(to_jsonb(e), '{search,entered_for,found_in,occurs_until,former_hosts}') from bench.act, events e
union all
select id, 'shares', updated_at, 'CREATED', current_setting('grappe.act')::jsonb -> 'by', act.commit, bench.kept(to_jsonb(s), '{}') from bench.act, shares s
union all
select id, 'registrations', updated_at, 'CREATED', current_setting('grappe.act')::jsonb -> 'by', act.commit,
  bench.kept(to_jsonb(r), '{cluster}') from bench.act, registrations r;
set session_replication_role = origin;

do $$
begin
  if exists (
      select from events e left join clusters c on c.id = e.host_cluster left join organisations o on o.id = e.host_organisation
      where (c.id is null and o.id is null) or last_day(c.dissolved_on) <= e.first_on)
    or exists (
      select from shares s join events e on e.id = s.event left join conventions k on k.id = s.convention
      where k.id is null or s.cluster <> all(k.parties) or e.host_cluster <> all(k.parties))
    or exists (select from citations left join sources s on s.id = source_id where s.id is null)
    or exists (select from event_guests g left join organisations o on o.id = g.organisation where o.id is null)
    or exists (select from registrations r left join event_places p using (event)
      left join organisations o on o.id = r.organisation where p.event is null or o.id is null)
    or (select count(*) from events) <> (select events from bench.sizes)
  then
    raise 'the generated events are not as the service would have written them';
  end if;
end $$;
