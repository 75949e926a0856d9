-- Programmes, each led by a cluster and, every other one, by an organisation too.
insert into programmes (id, created_at, updated_at, name, kind, leads, city, companies, "from", until, waves, priorities)
select bench.id(i, 20, at), at, at, 'Programme ' || second[1 + bench.pick(i, 2001, 52)] || ' ' || i,
  (array['action', 'feuille de route', 'projet'])[1 + i % 3], case when i % 2 = 0 then array[c.id, o.id] else array[c.id] end,
  town[1 + bench.pick(i, 2002, 60)], 20 + bench.pick(i, 2003, 200), (2010 + i % 15)::text, case when i % 3 = 0 then (2014 + i % 15)::text end,
  jsonb_build_array(jsonb_build_object('number', 1, 'from', (2010 + i % 15)::text, 'participants', (
    select jsonb_agg(p.id) from generate_series(0, 9) g join bench.organisations p on p.n = 1 + (i * 37 + g) % organisations))),
  array['Priorité ' || i % 7]
from bench.words, bench.sizes, generate_series(1, programmes) i, bench.made(i, '1 hour') at, bench.clusters c, bench.organisations o
where c.n = 1 + i % clusters and o.n = 1 + bench.pick(i, 2004, organisations);

-- Lines. Of ten six are a cluster's, two an organisation's, one a programme's, one a sector's; some of clusters that became
-- part of another, assigned to that one. Of 17 one has no amount. The ledger goes up to what is voted or agreed, where
-- it is paid in parts or as a whole; a few are cancelled.
set session_replication_role = replica;
create function bench.euros(amount numeric) returns jsonb
  language sql immutable parallel safe
  return case when amount is not null then jsonb_build_object('amount', round(amount, 2), 'currency', 'EUR') end;
create function bench.funding(i bigint, salt bigint, said jsonb) returns jsonb
  language sql stable parallel safe
  return (
    select jsonb_build_object('funder', id, 'rest', false,
      'origin', (array['EUROPEAN', 'STATE', 'REGION', 'METROPOLE', 'OTHER_PUBLIC', 'PRIVATE', 'UNKNOWN'])[1 + bench.pick(i, salt, 7)]) || said
    from bench.organisations where n = 10 + 10 * bench.pick(i, salt + 1, 100));

insert into subsidy_lines (id, created_at, updated_at, beneficiary, fiscal_year, purpose, amount, budget_share, fundings, steps,
  payments, strategy, reference, nature, payment_conditions, eu_notified, sources)
select bench.id(i, 21, at), at, at,
  case
    when i % 50 = 1 then jsonb_build_object('cluster', p.id)
    when i % 10 < 6 then jsonb_build_object('cluster', c.id)
    when i % 10 < 8 then jsonb_build_object('organisation', o.id)
    when i % 10 = 8 then jsonb_build_object('programme', bench.id(g, 20, bench.made(g, '1 hour')))
    else jsonb_build_object('sector', jsonb_build_object('region', region[1 + bench.pick(i, 2104, 20)], 'name', 'filière ' || i % 20)) end,
  year, 'Aide ' || second[1 + bench.pick(i, 2105, 52)] || ' à ' || town[1 + bench.pick(i, 2106, 60)] || ' ' || i,
  bench.euros(amount), case when amount is null then 40 end,
  case
    when i % 4 = 0 then jsonb_build_array(bench.funding(i, 2120, '{"share": 100}'))
    when i % 4 = 1 then jsonb_build_array(bench.funding(i, 2130, '{"share": 60}'), bench.funding(i + 1, 2130, '{"share": 40}'))
    when i % 4 = 2 and amount is not null then jsonb_build_array(
      bench.funding(i, 2140, jsonb_build_object('amount', bench.euros(amount / 3))), bench.funding(i + 1, 2140, '{"rest": true}'))
    when i % 4 = 3 then jsonb_build_array(bench.funding(i, 2150, '{"share": 30}'), bench.funding(i + 1, 2150, '{"share": 30}'),
      bench.funding(i + 2, 2150, '{"share": 20}'))
    else '[]' end,
  s.steps, case when reached = 4 and i % 23 > 0 and amount is not null then (
    select coalesce(jsonb_agg(jsonb_build_object('id', bench.id(4 * i + n, 23, at), 'at', at, 'on', day + 400 + 100 * n,
      'amount', bench.euros(amount * case when i % 8 = 1 then 0.9 else 0.29 end), 'sources', '[]'::jsonb) order by n), '[]') from generate_series(1, i % 4) n) else '[]' end,
  case when i % 5 = 0 then 'S3 ' || i % 9 end, 'C-' || i, 'aide en numéraire', 'en une fois', i % 2 = 0,
  case when i % 20 = 0 then array[bench.id(x, 1, bench.made(x, '1 hour'))] else '{}' end
from bench.words cross join bench.sizes cross join generate_series(1, lines) i
cross join bench.made(i, '20 seconds') at
cross join lateral (select 2010 + bench.pick(i, 2101, 17)::int as year, 1 + bench.pick(i, 2102, 4)::int as reached,
  1 + bench.pick(i, 2107, programmes) as g, 1 + bench.pick(i, 2108, sources) as x,
  case when i % 17 > 0 then 1000 + bench.pick(i, 2103, 50000000) / 100.0 end as amount) a
cross join lateral (select make_date(year, 1, 1) + bench.pick(i, 2109, 300)::int as day) d
join bench.clusters c on c.n = 1 + floor(clusters * power(bench.pick(i, 2110, 1000000) / 1e6, 2))::int
join bench.organisations o on o.n = 1 + bench.pick(i, 2111, organisations)
join bench.kin p on p.slug = 'partie-' || 1 + i % scale || '-' || 1 + bench.pick(i, 2112, 20)
join bench.kin h on h.slug = 'vaste-' || 1 + i % scale
cross join lateral (
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', bench.id(5 * i + n, 22, at), 'at', at,
    'status', status, 'on', case when n > 1 or i % 5 > 0 then (day + 90 * (n - 1))::text end,
    'amount', case when n < 5 then bench.euros(case when n < 3 then amount else amount * 0.9 end) end,
    'asLine', case when n = 1 and amount is not null then true end,
    'assignedTo', case when n = 2 and i % 50 = 1 then h.id end, 'sources', '[]'::jsonb)) order by n) as steps
  from unnest(array['REPORTED', 'ANNOUNCED', 'VOTED', 'AGREED', 'CANCELLED']) with ordinality t(status, o), lateral cast(o as int) n
  where n <= reached or (n = 5 and i % 23 = 0)) s;

insert into subsidy_funders (line, organisation, created_at)
select distinct l.id, (f ->> 'funder')::uuid, l.created_at from subsidy_lines l, jsonb_array_elements(l.fundings) f;
insert into subsidy_years (line, year, created_at)
select l.id, y.year, l.created_at from subsidy_lines l cross join lateral unnest(l.years) y(year);
insert into subsidy_heirs (line, cluster)
select distinct l.id, (s ->> 'assignedTo')::uuid from subsidy_lines l, jsonb_array_elements(l.steps) s where s ? 'assignedTo';
insert into subsidy_spans (line, since, until, status, amount, reported, announced, budgeted, voted, agreed, paid, assigned,
  created_at, year, years, found_in)
select l.id, s.since, s.until, s.status, s.amount, s.reported, s.announced, s.budgeted, s.voted, s.agreed, s.paid, s.assigned,
  l.created_at, s.year, s.years, coalesce(l.sector_region, h.region, o.region)
from subsidy_lines l cross join lateral spans_of(l.states, l.payments, l.steps) s
left join clusters h on h.id = coalesce(s.assigned, l.cluster) and h.periods = '[]'
left join organisations o on o.id = l.organisation and o.periods = '[]';
insert into subsidy_parts select p.* from subsidy_spans s join subsidy_lines l on l.id = s.line
cross join lateral parts_of_span(s, l.fundings, l.weights) p where s.until = 'infinity';
insert into citations (source_id, record_id, record_table)
select unnest(sources), id, 'subsidy_lines' from subsidy_lines where sources <> '{}';
insert into history (record_id, record_table, at, action, by, commit, row)
select id, 'subsidy_lines', updated_at, 'CREATED', current_setting('grappe.act')::jsonb -> 'by', act.commit,
  bench.kept(to_jsonb(l), '{search,currency,origins,weights,states,imported_amount,imported_key,imported_alike}') from bench.act, subsidy_lines l;
set session_replication_role = origin;

do $$
begin
  if exists (
      select from subsidy_lines l left join clusters c on c.id = l.cluster left join organisations o on o.id = l.organisation
      left join programmes p on p.id = l.programme left join regions r on r.code = l.sector_region
      where num_nonnulls(c.id, o.id, p.id, r.code) <> 1)
    or exists (select from subsidy_funders f left join organisations o on o.id = f.organisation where o.id is null)
    or exists (select from subsidy_heirs h left join clusters c on c.id = h.cluster where c.id is null)
    or exists (select from citations left join sources s on s.id = source_id where s.id is null)
    or (select count(*) from subsidy_lines) <> (select lines from bench.sizes)
  then
    raise 'the generated lines are not as the service would have written them';
  end if;
end $$;
