-- Whose a record is, each table tells by a function of its own, clusters_of_<table>(jsonb); where there is none, it
-- is the record's column "cluster".
create function clusters_of_clusters(record jsonb) returns uuid[] language sql immutable parallel safe
  return array[(record ->> 'id')::uuid];
create function clusters_of_figures(record jsonb) returns uuid[] language sql immutable parallel safe
  return array_remove(
    array[(record -> 'subject' ->> 'cluster')::uuid]
      || array(select jsonb_array_elements_text(record -> 'subject' -> 'clusters')::uuid), null);
create function clusters_of_mergers(record jsonb) returns uuid[] language sql immutable parallel safe
  return array(select jsonb_array_elements_text(record -> 'parties')::uuid);
create function clusters_of_ballots(record jsonb) returns uuid[] language sql immutable parallel safe
  return array[(record ->> 'party')::uuid];

create or replace function clusters_of(record_table text, record jsonb) returns uuid[]
  language plpgsql stable parallel safe as $$
declare
  found uuid[];
begin
  if to_regprocedure('clusters_of_' || record_table || '(jsonb)') is null then
    return array_remove(array[(record ->> 'cluster')::uuid], null);
  end if;
  execute format('select clusters_of_%s($1)', record_table) into found using record;
  return found;
end $$;
