-- A region and those that it replaced: what asking for it finds.
create or replace function region_family(code text) returns setof text
  language sql stable parallel safe rows 3
begin atomic
  select r.code from regions r where r.code = region_family.code
  union all
  select r.code from regions r where r.successor = region_family.code;
end;

-- The same at once, and known before a statement is planned: regions are changed by migrations alone.
create or replace function regions_found(code text) returns text[]
  language sql immutable parallel safe
  return array(select region_family(code));

-- Periods of a record as they are answered.
create or replace function told_periods(periods jsonb) returns jsonb
  language sql stable parallel safe
begin atomic
  select jsonb_agg(
    jsonb_strip_nulls((p.period - 'unchanged') || jsonb_build_object(
      'until', p.until, 'sources', cited(p.period),
      'region', (select jsonb_build_object('code', r.code, 'name', r.name) from regions r where r.code = p.period ->> 'region')))
    order by p.n)
  from (
    select t.period, t.n, lead(t.period ->> 'from') over (order by t.n) as until
    from jsonb_array_elements(told_periods.periods) with ordinality t(period, n)) p;
end;
