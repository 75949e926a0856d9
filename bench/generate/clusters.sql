-- Clusters, founded before 2005.
insert into clusters (id, created_at, updated_at, slug, name, acronym, speciality, description, region,
  territories, labels, city, website, legal_form, announced_on, founded_on, launched_on)
select bench.id(i, 2, at), at, at,
  'grappe-' || i, first[1 + bench.pick(i, 201, 104)] || ' ' || second[1 + bench.pick(i, 202, 52)] || ' ' || i,
  'G' || i, 'filière ' || lower(second[1 + bench.pick(i, 203, 52)]),
  'Une grappe d''entreprises qui rassemble celles d''un métier sur un territoire, la ' || i || 'e de la liste.',
  region[1 + bench.pick(i, 204, 20)], array[town[1 + bench.pick(i, 205, 60)]],
  case when i % 4 = 0 then '[{"name":"Pôle de compétitivité","from":"2005"}]' else '[]' end::jsonb,
  town[1 + bench.pick(i, 205, 60)], 'https://grappe-' || i || '.example', 'association',
  (1980 + bench.pick(i, 206, 10))::text,
  case i % 3
    when 0 then (1991 + bench.pick(i, 207, 14))::text
    else (date '1991-01-01' + bench.pick(i, 207, 5000)::int)::text end,
  '2004'
from bench.words, bench.sizes, generate_series(1, clusters) i, bench.made(i, '1 hour') at;

create table bench.clusters (n int primary key, id uuid not null);
insert into bench.clusters
  select i, bench.id(i, 2, bench.made(i, '1 hour')) from bench.sizes, generate_series(1, clusters) i;

insert into colleges (id, created_at, updated_at, cluster, name, "from")
select bench.id(3 * c.n + k, 3, at), at, at, c.id,
  (array['Entreprises', 'Recherche et formation', 'Collectivités'])[k + 1], '2005'
from bench.clusters c, generate_series(0, 2) k, bench.made(3 * c.n + k, '20 minutes') at;

insert into organisations (id, created_at, updated_at, name, other_names, kind, siren, city, region, website)
select bench.id(i, 4, at), at, at,
  first[1 + bench.pick(i, 401, 104)] || case when i % 3 = 0 then ' ' else '' end
    || case when i % 7 = 0 then '' else second[1 + bench.pick(i, 402, 52)] || ' ' end || i,
  case when i % 20 = 0 then array['Société ' || i] else '{}' end,
  case when i % 10 < 8 then 'COMPANY' when i % 10 = 8 then 'ASSOCIATION' else 'PUBLIC_BODY' end,
  -- every other one has a number, with its check digit (the sum of the digits, every second of them
  -- from the right doubled, is a multiple of ten)
  case when i % 2 = 0 then lpad(i::text, 8, '0') || (10 - (
      select sum(case when p % 2 = 0 then d * 2 / 10 + d * 2 % 10 else d end)
      from generate_series(1, 8) p, cast(substr(lpad(i::text, 8, '0'), p, 1) as int) d) % 10) % 10 end,
  town[1 + bench.pick(i, 403, 60)], region[1 + bench.pick(i, 404, 20)],
  case when i % 2 = 0 then 'https://organisation-' || i || '.example' end
from bench.words, bench.sizes, generate_series(1, organisations) i, bench.made(i, '1 minute') at;

create table bench.organisations (n int primary key, id uuid not null);
insert into bench.organisations
  select i, bench.id(i, 4, bench.made(i, '1 minute')) from bench.sizes, generate_series(1, organisations) i;

-- Two mandates a cluster, one past and one present, and one in every tenth organisation.
insert into mandates (id, created_at, updated_at, cluster, person, role, "from", until, organisation)
select bench.id(2 * c.n + k, 6, at), at, at, c.id,
  given[1 + bench.pick(2 * c.n + k, 601, 40)] || ' ' || family[1 + bench.pick(2 * c.n + k, 602, 40)],
  'PRESIDENT', case k when 0 then '2008' else '2015-06-01' end, case k when 0 then '2015-06-01' end, null
from bench.words, bench.clusters c, generate_series(0, 1) k, bench.made(2 * c.n + k, '1 hour') at;
insert into mandates (id, created_at, updated_at, organisation, person, role, "from")
select bench.id(o.n, 7, at), at, at, o.id,
  given[1 + bench.pick(o.n, 603, 40)] || ' ' || family[1 + bench.pick(o.n, 604, 40)] || ' ' || o.n,
  'MANAGING_DIRECTOR', (date '2010-01-01' + bench.pick(o.n, 605, 4000)::int)::text
from bench.words, bench.organisations o, bench.made(o.n, '1 minute') at
where o.n % 10 = 0;

insert into offices (id, created_at, updated_at, cluster, city, opened_on)
select bench.id(c.n, 8, at), at, at, c.id, town[1 + bench.pick(c.n, 205, 60)], '2006'
from bench.words, bench.clusters c, bench.made(c.n, '1 hour') at;
