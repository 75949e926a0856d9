-- The table, the path and the class are called the same; what hangs on the table, and whoever names it, follows.
alter table subsidies rename to subsidy_lines;
do $$
declare
  found record;
begin
  for found in
    select conname as old from pg_constraint where conrelid = 'subsidy_lines'::regclass and conname like '%subsidies%'
  loop
    execute format('alter table subsidy_lines rename constraint %I to %I',
      found.old, replace(found.old, 'subsidies', 'subsidy_lines'));
  end loop;
  for found in
    select indexrelid::regclass::text as old from pg_index
    where indrelid = 'subsidy_lines'::regclass and indexrelid::regclass::text like '%subsidies%'
  loop
    execute format('alter index %I rename to %I', found.old, replace(found.old, 'subsidies', 'subsidy_lines'));
  end loop;
  -- an empty database has no functions yet
  if to_regprocedure('clusters_of_subsidies(jsonb)') is not null then
    alter function clusters_of_subsidies(jsonb) rename to clusters_of_subsidy_lines;
  end if;
end $$;
update history set record_table = 'subsidy_lines' where record_table = 'subsidies';
update citations set record_table = 'subsidy_lines' where record_table = 'subsidies';
update idempotency_keys set asked = (
    select jsonb_agg(case when a ->> 'table' = 'subsidies' then jsonb_set(a, '{table}', '"subsidy_lines"') else a end order by n)
    from jsonb_array_elements(asked) with ordinality each(a, n))
where asked @> '[{"table": "subsidies"}]';
