-- Clusters that became one: at scale 1 twenty of 500 members each, all at once in 2015, and one of 500 members that became
-- another ten times, every second year from 2001 on. Each member goes on in what its cluster became part of. Twenty more
-- mergers have been announced, the first of them between the largest clusters, and every other one is approved.
create table bench.unions as
select 'vaste-' || f as result, 'partie-' || f || '-' || p as party, 2015 as year, p as place
from bench.sizes, generate_series(1, scale) f, generate_series(1, 20) p
union all
select 'profonde-' || f || '-' || k + 1, side || '-' || f || '-' || k, 1999 + 2 * k, place
from bench.sizes, generate_series(1, scale) f, generate_series(1, 10) k,
  (values (1, 'profonde'), (2, 'voisine')) s (place, side);

create table bench.kin (slug text primary key, id uuid not null);
insert into bench.kin
select slug, bench.id(1000000 + row_number() over (order by slug collate "C"), 2, '2020-01-01')
from (select result as slug from bench.unions union select party from bench.unions) s;

insert into clusters (id, created_at, updated_at, slug, name, region, city, announced_on, founded_on)
select id, '2020-01-01', '2020-01-01', slug, initcap(replace(slug, '-', ' ')), '76', 'Toulouse', '1990', '1990'
from bench.kin;
update clusters c set dissolved_on = u.year || '-01-01', followed_by = k.id, followed_on = u.year || '-01-01'
from bench.unions u join bench.kin k on k.slug = u.result where c.slug = u.party;

insert into mergers (id, created_at, updated_at, parties, result, announced_on, effective_on)
select bench.id(row_number() over (order by u.result collate "C"), 12, '2020-01-01'), '2020-01-01', '2020-01-01',
  array_agg(p.id order by place), r.id, (year - 1)::text, year || '-01-01'
from bench.unions u join bench.kin p on p.slug = u.party join bench.kin r on r.slug = u.result
group by u.result, r.id, year;
insert into mergers (id, created_at, updated_at, parties, result, announced_on, planned_for)
select bench.id(m, 13, at), at, at, array_agg(c.id order by c.n), (array_agg(c.id order by c.n))[1], '2024-03', '2030'
from bench.sizes, generate_series(1, 20 * scale) m, bench.made(m, '1 hour') at, bench.clusters c
where c.n between 5 * m - 4 and 5 * m
group by m, at;
insert into ballots (id, created_at, updated_at, merger, party, assembly, entitled, votes_for, votes_against, decision)
select bench.id(row_number() over (order by p.merger, p.cluster), 14, '2024-01-01'), '2024-01-01', '2024-01-01', p.merger,
  p.cluster, jsonb_build_object('kind', 'EXTRAORDINARY', 'on', coalesce(left(m.effective_on, 4)::int - 1, 2024) || '-06-01'),
  500, 300, 20, 'ADOPTED'
from mergers m join merger_parties p on p.merger = m.id
where m.effective_on is not null or bench.pick(hashtext(m.id::text), 1401, 2) = 0;

-- The memberships of each member, one after the other.
create table bench.kindred as
select o, 1 as step, 'partie-' || f || '-' || p as slug,
  date '1995-01-01' + bench.pick(o, 1501, 5000)::int as "from", date '2015-01-01' as until, 'MERGED' as end_reason
from bench.sizes, generate_series(1, scale) f, generate_series(1, 20) p, generate_series(1, 500) k,
  cast((f - 1) * 10000 + (p - 1) * 500 + k as bigint) o
union all
select o, 2, 'vaste-' || 1 + (o - 1) / 10000, '2015-01-01',
  case when o % 3 = 0 then date '2016-01-01' + bench.pick(o, 1502, 3000)::int end, case when o % 3 = 0 then 'RESIGNED' end
from bench.sizes, generate_series(1, 10000 * scale) o
union all
select o, k, 'profonde-' || f || '-' || k, make_date(case k when 1 then 1995 else 1997 + 2 * k end, 1, 1),
  case when k < 11 then make_date(1999 + 2 * k, 1, 1) end, case when k < 11 then 'MERGED' end
from bench.sizes, generate_series(1, scale) f, generate_series(1, 500) m, generate_series(1, 11) k,
  cast(10000 * scale + (f - 1) * 500 + m as bigint) o;

set session_replication_role = replica;
insert into memberships (id, created_at, updated_at, cluster, organisation, organisation_name, "from", until, end_reason,
  continues)
select bench.id(16 * o + step, 15, at), at, at, c.id, n.id, n.name, "from", until, end_reason,
  case when step > 1 then array[bench.id(16 * o + step - 1, 15, at)] else '{}' end
from bench.kindred k
cross join bench.made(o, '1 minute') at
join bench.kin c using (slug)
join bench.organisations x on x.n = o
join organisations n on n.id = x.id;
insert into continuations (membership, continued)
select id, unnest(continues) from memberships where continues <> '{}';
insert into history (record_id, record_table, at, action, by, commit, row)
select m.id, 'memberships', m.updated_at, 'CREATED', current_setting('grappe.act')::jsonb -> 'by', act.commit, bench.kept(to_jsonb(m), '{}')
from bench.act, memberships m join bench.kin c on c.id = m.cluster;
set session_replication_role = origin;

do $$
begin
  if exists (
      select from bench.kin k join clusters c using (id) join memberships m on m.cluster = c.id
      left join organisations o on o.id = m.organisation
      where m.organisation_name is distinct from o.name
        or not within_life(m.applied_on, m."from", m.until, c.announced_on, c.founded_on, c.dissolved_on))
    or exists (
      select from continuations c left join memberships m on m.id = c.membership left join memberships b on b.id = c.continued
      where m."from" is distinct from b.until or m.organisation is distinct from b.organisation)
  then
    raise 'the generated mergers are not as the service would have written them';
  end if;
end $$;
