-- Which assignments are of applications stands beside them from now on (assign_applications).
do $$
begin
  perform set_config('grappe.act', jsonb_build_object(
    'at', now(), 'by', jsonb_build_object('kind', 'SERVICE', 'name', 'migration'))::text, true);
  update divisions d
  set version = d.version + 1, updated_at = now(), assignments = (
    select jsonb_agg(case when m.id is null then x else x || '{"application": true}' end order by n)
    from jsonb_array_elements(d.assignments) with ordinality a(x, n)
    left join memberships m on m.id = (x ->> 'membership')::uuid and m."from" is null)
  where exists (
    select from jsonb_array_elements(d.assignments) x join memberships m on m.id = (x ->> 'membership')::uuid
    where m."from" is null);
  perform set_config('grappe.act', '', true);
end $$;
