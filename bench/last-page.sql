-- GET /api/v1/memberships?cluster={id}&limit=50&cursor={the place 50 before the end}
select m.id, m.version, m.created_at, m.updated_at, m.applied_on, m."from", m.until, m.refused_on,
  case when :admin or m.cluster = any(:edited) then m.end_reason end as end_reason,
  membership_status(m."from", m.until, m.refused_on, :day) as status,
  case when m.continues = '{}' then m."from" else member_since(m.id, m."from") end as member_since,
  p.ids as continues_id, p.names as continues_name, p.slugs as continues_slug, m.sources, m.statements, m.remarks,
  c.id as cluster_id, c.name as cluster_name, c.slug as cluster_slug,
  m.organisation as organisation_id, m.organisation_name,
  k.id as college_id, k.name as college_name, (m.organisation_name)::text as sort_key
from memberships m
join clusters c on c.id = m.cluster
left join colleges k on k.id = m.college
left join lateral (
  select array_agg(p.id order by p."from", p.id) as ids,
    array_agg(pc.name order by p."from", p.id) as names,
    array_agg(pc.slug order by p."from", p.id) as slugs
  from memberships p join clusters pc on pc.id = p.cluster
  where m.continues <> '{}' and p.id = any(m.continues)) p on true
where (m."from" is not null or :applications or m.cluster = any(:edited))
  and (m."from" <= :day and (m.until is null or m.until > :day))
  and (m.cluster = :cluster)
  and ((m.organisation_name, m.id) > (:key::text, :after))
order by m.organisation_name, m.id
limit :limit;
