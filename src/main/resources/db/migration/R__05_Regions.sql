-- A region and those that it replaced: what asking for it finds.
create or replace function region_family(code text) returns setof text
  language sql stable parallel safe
begin atomic
  select r.code from regions r where r.code = region_family.code
  union all
  select r.code from regions r where r.successor = region_family.code;
end;

-- The same at once, and known before a statement is planned: regions are changed by migrations alone.
create or replace function regions_found(code text) returns text[]
  language sql immutable parallel safe
  return array(select region_family(code));
