-- Twenty-five years of two figures for each cluster, one for every other event, and some of sectors of regions and of
-- clusters together.
insert into figures (id, created_at, updated_at, subject, metric, value, as_of, qualifier, nature)
select bench.id(i, 9, at), at, at, jsonb_build_object('cluster', c.id),
  case i % 2 when 0 then 'COMPANIES' else 'EMPLOYEES' end, 100 + bench.pick(i, 901, 5000),
  (1996 + k / 2)::text, 'ABOUT', 'REPORTED'
from bench.clusters c, generate_series(0, 49) k, cast(50 * c.n + k as bigint) i, bench.made(i, '1 hour') at
union all
select bench.id(i, 24, at), at, at, jsonb_build_object('event', id), 'ATTENDEES', 10 + bench.pick(i, 902, 3000), day::text,
  (array['EXACT', 'OVER', 'NEARLY'])[1 + i % 3], (array['REPORTED', 'FORECAST', 'GOAL'])[1 + i % 3]
from bench.events where i % 2 = 0
union all
select bench.id(i, 25, at), at, at,
  jsonb_build_object('region', region[1 + bench.pick(i, 903, 20)], 'sector', 'filière ' || i % 20), 'TURNOVER',
  1000000 + bench.pick(i, 904, 1000000000), (2000 + i % 25)::text, 'ABOUT', 'REPORTED'
from bench.words, bench.sizes, generate_series(1, 500 * scale) i, bench.made(i, '1 hour') at
union all
select bench.id(i, 26, at), at, at, jsonb_build_object('clusters', jsonb_build_array(c.id, d.id)), 'MEMBERS',
  bench.pick(i, 905, 9000), (2000 + i % 25)::text, 'EXACT', 'REPORTED'
from bench.sizes, generate_series(1, 100 * scale) i, bench.made(i, '1 hour') at, bench.clusters c, bench.clusters d
where c.n = i and d.n = i + 1;
