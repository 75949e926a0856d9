-- Five memberships an organisation, each in another fifth of the clusters, so that none overlap. Some
-- clusters have many members, most have few. Of 20: one applies, or was refused; 6 have ended; 13 last.
-- Triggers and foreign keys rest during the load alone; what they would have done is done and checked here.
set session_replication_role = replica;
insert into memberships (id, created_at, updated_at, cluster, organisation, organisation_name, college,
  applied_on, "from", until, refused_on, end_reason, sources)
select bench.id(i, 5, at), at, at, c.id, o.id, names.name,
  case when bench.pick(i, 502, 10) < 7
    then bench.id(3 * c.n + k, 3, bench.made(3 * c.n + k, '20 minutes')) end,
  case when state = 0 or i % 3 = 0 then begun - 30 end,
  case when state > 0 then begun end,
  case when state between 1 and 6 then begun + 30 + bench.pick(i, 505, 1500)::int end,
  case when state = 0 and i % 2 = 0 then begun - 10 end,
  case when state between 1 and 6 then (array['RESIGNED', 'LAPSED', 'EXPELLED'])[1 + bench.pick(i, 506, 3)] end,
  case when state = 6 then array[bench.id(s, 1, bench.made(s, '1 hour'))] else '{}' end
from bench.sizes, generate_series(1, memberships) i
cross join bench.made(i, '10 seconds') at
join bench.organisations o on o.n = (i + 4) / 5
join organisations names on names.id = o.id
join bench.clusters c on
  c.n = 1 + i % 5 + 5 * floor((select clusters / 5 from bench.sizes) * power(bench.pick(i, 501, 1000000) / 1e6, 2))::int
cross join bench.pick(i, 503, 20) state
cross join bench.pick(i, 507, 3) k
cross join (select sources as n from bench.sizes) cited
cross join lateral (select 1 + bench.pick(i, 508, cited.n) as s) source
cross join lateral (select date '2010-01-01' + bench.pick(i, 504, 4000)::int as begun) day;

insert into citations (source_id, record_id, record_table)
select unnest(sources), id, 'memberships' from memberships where sources <> '{}';
insert into history (record_id, record_table, at, action, by, commit, row)
select id, 'memberships', updated_at, 'CREATED', current_setting('grappe.act')::jsonb -> 'by', act.commit,
  bench.kept(to_jsonb(m), '{}')
from bench.act, memberships m;
set session_replication_role = origin;

-- What the database would have refused or filled in otherwise.
do $$
begin
  if exists (
      select from memberships m
      left join organisations o on o.id = m.organisation
      left join clusters c on c.id = m.cluster
      left join colleges k on k.id = m.college and k.cluster = m.cluster
      where m.organisation_name is distinct from o.name or c.id is null
        or (m.college is not null and k.id is null)
        or not within_life(m.applied_on, m."from", m.until, c.announced_on, c.founded_on, c.dissolved_on))
    or (select count(*) from memberships) <> (select memberships from bench.sizes)
    or exists (select from citations left join sources s on s.id = source_id where s.id is null)
  then
    raise 'the generated memberships are not as the service would have written them';
  end if;
end $$;
