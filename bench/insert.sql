-- POST /api/v1/memberships
-- pgbench cannot bind a null; the null that stands before a name in a comment is a parameter of the service.
select id from clusters where id = :cluster;
select id from organisations where id = :organisation;
begin;
select set_config('grappe.act', :act, true);
insert into memberships (cluster,organisation,college,applied_on,"from","until",refused_on,end_reason,
  sources,statements,remarks,created_at,updated_at,version,id)
values (:cluster,:organisation,null/*college*/,null/*applied_on*/,:from,:until,null/*refused_on*/,null/*end_reason*/,
  :sources,:statements,null/*remarks*/,:now,:now,:version,:id);
select m.id, m.version, m.created_at, m.updated_at, m.applied_on, m."from", m.until, m.refused_on,
  case when :admin or m.cluster = any(:edited) then m.end_reason end as end_reason,
  membership_status(m."from", m.until, m.refused_on, :day) as status,
  m."from" as member_since, m.sources, m.statements, m.remarks,
  c.id as cluster_id, c.name as cluster_name, c.slug as cluster_slug,
  m.organisation as organisation_id, m.organisation_name,
  k.id as college_id, k.name as college_name
from memberships m
join clusters c on c.id = m.cluster
left join colleges k on k.id = m.college
where (m.id = :id)
  and (m."from" is not null or :applications or m.cluster = any(:edited));
commit;
