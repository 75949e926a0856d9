-- GET /api/v1/clusters/{id}
select c.*, cluster_status(c.announced_on, c.founded_on, c.dissolved_on, c.followed_by, :day) as status,
  r.code as region_code, r.name as region_name,
  f.id as followed_by_id, f.name as followed_by_name, f.slug as followed_by_slug,
  p.ids as continues_id, p.names as continues_name, p.slugs as continues_slug
from clusters c
join regions r on r.code = c.region
left join clusters f on f.id = c.followed_by
left join lateral (
  select array_agg(p.id order by p.name, p.id) as ids,
    array_agg(p.name order by p.name, p.id) as names,
    array_agg(p.slug order by p.name, p.id) as slugs
  from clusters p where p.followed_by = c.id) p on true
where (c.id = :cluster);
