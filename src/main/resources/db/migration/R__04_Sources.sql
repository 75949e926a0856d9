-- Keeps citations as a record has them: its own sources, those of its statements, and those of its parts in the columns
-- that the arguments name (the steps of a merger, the occurrences of an event).
create or replace function sync_citations() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from citations where record_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into citations (source_id, record_id, record_table)
    select distinct cited.id, new.id, tg_table_name
    from (select unnest(new.sources) as id
          union
          select (statement ->> 'source')::uuid from jsonb_array_elements(new.statements) statement
          where statement ? 'source'
          union
          select (source #>> '{}')::uuid
          from unnest(tg_argv) part, jsonb_path_query(to_jsonb(new) -> part, '$[*].sources[*]') source) cited;
  end if;
  return null;
end $$;

-- Called for every table of records, with the columns whose parts cite; a record that cites nothing costs nothing.
create or replace procedure keep_citations(record_table text, variadic parts text[] default '{}') language plpgsql as $$
declare
  arguments text := (select coalesce(string_agg(quote_literal(part), ', '), '') from unnest(parts) part);
  cites text := '%1$s.sources <> ''{}'' or %1$s.statements <> ''[]'''
    || (select coalesce(string_agg(format(' or %%1$s.%I @? ''$[*].sources[*]''', part), ''), '') from unnest(parts) part);
  changes text := 'old.sources is distinct from new.sources or old.statements is distinct from new.statements'
    || (select coalesce(string_agg(format(' or old.%1$I is distinct from new.%1$I', part), ''), '')
        from unnest(parts) part);
begin
  execute format(
    'create or replace trigger sync_citations_added after insert on %I for each row when (%s)
       execute function sync_citations(%s)', record_table, format(cites, 'new'), arguments);
  execute format(
    'create or replace trigger sync_citations_changed after update on %I for each row when (%s)
       execute function sync_citations(%s)', record_table, changes, arguments);
  execute format(
    'create or replace trigger sync_citations_removed after delete on %I for each row when (%s)
       execute function sync_citations(%s)', record_table, format(cites, 'old'), arguments);
  call follow_from_records('citations', format(
    'select cited.id as source_id, r.id as record_id, %1$L as record_table
     from %1$I r cross join lateral (
       select unnest(r.sources) as id
       union
       select (statement ->> ''source'')::uuid from jsonb_array_elements(r.statements) statement
       where statement ? ''source''
       union
       select (source #>> ''{}'')::uuid
       from unnest(%2$L::text[]) part, jsonb_path_query(to_jsonb(r) -> part, ''$[*].sources[*]'') source) cited
     where r.sources <> ''{}'' or r.statements <> ''[]'' or cardinality(%2$L::text[]) > 0', record_table, parts),
    record_table, 'record_id', record_table);
end $$;
call keep_citations('sources');
call keep_history('sources', array['search']);

create or replace function cited(part jsonb) returns jsonb
  language sql stable parallel safe
begin atomic
  select coalesce(jsonb_agg(named(x.id, x.title) order by n), '[]')
  from jsonb_array_elements_text(cited.part -> 'sources') with ordinality s(id, n)
  join sources x on x.id = s.id::uuid;
end;

drop function if exists citing(uuid, text);
