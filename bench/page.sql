-- GET /api/v1/memberships?cluster={id}&limit=50
select m.id, m.version, m.created_at, m.updated_at, m.applied_on, m."from", m.until, m.refused_on,
  case when :admin or m.cluster = any(:edited) then m.end_reason end as end_reason,
  membership_status(m."from", m.until, m.refused_on, :day) as status,
  m."from" as member_since, m.sources, m.statements, m.remarks,
  c.id as cluster_id, c.name as cluster_name, c.slug as cluster_slug,
  m.organisation as organisation_id, m.organisation_name,
  k.id as college_id, k.name as college_name, (m.organisation_name)::text as sort_key
from memberships m
join clusters c on c.id = m.cluster
left join colleges k on k.id = m.college
where (m."from" is not null or :applications or m.cluster = any(:edited))
  and (m."from" <= :day and (m.until is null or m.until > :day))
  and (m.cluster = :cluster)
order by m.organisation_name, m.id
limit :limit;
