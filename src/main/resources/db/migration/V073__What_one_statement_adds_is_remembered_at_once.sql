-- A file adds thousands of records with each statement; to write the history of each by itself took as long as all else.
-- As remember() in V056, for all that a statement adds.
create function remember_added() returns trigger language plpgsql as $$
declare
  act jsonb := nullif(current_setting('grappe.act', true), '')::jsonb;
  written_in bigint := nullif(current_setting('grappe.commit', true), '')::bigint;
begin
  if not exists (select from added) then
    return null;
  end if;
  if act is null then
    raise exception 'unsigned write' using errcode = '42501';
  end if;
  if written_in is null then
    insert into commits default values returning id into written_in;
    perform set_config('grappe.commit', written_in::text, true);
  end if;
  insert into history (record_id, record_table, at, action, by, request, act, commit, row)
  select a.id, tg_table_name, a.updated_at, coalesce(act ->> 'action', 'CREATED'), act -> 'by', act -> 'request',
    (act ->> 'act')::uuid, written_in, jsonb_strip_nulls(to_jsonb(a)) - tg_argv
  from added a;
  return null;
end $$;

-- The arguments, as the trigger has them, are columns that stay out.
create procedure remember_as_a_set(record_table regclass) language plpgsql as $$
declare
  left_out text := (
    select substring(pg_get_triggerdef(oid) from 'EXECUTE FUNCTION (?:public\.)?remember\((.*)\)$')
    from pg_trigger where tgrelid = record_table and tgname = 'remember');
begin
  execute format('drop trigger remember on %s', record_table);
  execute format(
    'create trigger remember after update or delete on %s for each row execute function remember(%s)',
    record_table, left_out);
  execute format(
    'create trigger remember_added after insert on %s referencing new table as added
       for each statement execute function remember_added(%s)',
    record_table, left_out);
end $$;
do $$
declare
  record_table regclass;
begin
  for record_table in select tgrelid from pg_trigger where tgname = 'remember' loop
    call remember_as_a_set(record_table);
  end loop;
end $$;

-- As in V010, for every table of records to come.
create or replace procedure keep_history(record_table text, left_out text[]) language plpgsql as $$
begin
  execute format(
    'create trigger remember after insert or update or delete on %I
       for each row execute function remember(%s)',
    record_table, (select string_agg(quote_literal(name), ', ') from unnest(left_out) name));
  call remember_as_a_set(record_table::regclass);
  execute format(
    'insert into history (record_id, record_table, at, action, by, row)
       select id, %L, updated_at, ''CREATED'', ''{"kind": "SERVICE", "name": "before history was kept"}'',
         jsonb_strip_nulls(to_jsonb(t)) - %L::text[]
       from %I t',
    record_table, left_out, record_table);
end $$;
