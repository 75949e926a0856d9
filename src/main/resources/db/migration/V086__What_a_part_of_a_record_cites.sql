-- As cite() of V002, with what the parts of a record cite that stand in these columns (the steps of a merger, the
-- occurrences of an event): a source that only a part cites is cited all the same.
create function cite_with_parts() returns trigger language plpgsql as $$
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

create procedure let_parts_cite(record_table text, part text) language plpgsql as $$
begin
  execute format('drop trigger cite_inserted on %I', record_table);
  execute format('drop trigger cite_updated on %I', record_table);
  execute format('drop trigger cite_deleted on %I', record_table);
  execute format(
    'create trigger cite_inserted after insert on %1$I for each row
       when (cardinality(new.sources) > 0 or new.statements <> ''[]'' or new.%2$I <> ''[]'')
       execute function cite_with_parts(%3$L)', record_table, part, part);
  execute format(
    'create trigger cite_updated after update on %1$I for each row
       when (old.sources is distinct from new.sources or old.statements is distinct from new.statements
         or old.%2$I is distinct from new.%2$I)
       execute function cite_with_parts(%3$L)', record_table, part, part);
  execute format(
    'create trigger cite_deleted after delete on %1$I for each row
       when (cardinality(old.sources) > 0 or old.statements <> ''[]'' or old.%2$I <> ''[]'')
       execute function cite_with_parts(%3$L)', record_table, part, part);
  -- one that has been deleted since can no longer be cited
  execute format(
    'insert into citations (source_id, record_id, record_table)
     select distinct x.id, t.id, %3$L
     from %1$I t, jsonb_path_query(t.%2$I, ''$[*].sources[*]'') source, sources x
     where x.id = (source #>> ''{}'')::uuid
     on conflict do nothing', record_table, part, record_table);
end $$;
call let_parts_cite('mergers', 'steps');
call let_parts_cite('events', 'changed');
