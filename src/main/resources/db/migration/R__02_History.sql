-- How the history is kept, by triggers on every table of records, and how it is read.

-- The commit that the transaction's writes belong to.
create or replace function current_commit() returns bigint language plpgsql as $$
declare
  written_in bigint := nullif(current_setting('grappe.commit', true), '')::bigint;
begin
  if written_in is null then
    insert into commits default values returning id into written_in;
    perform set_config('grappe.commit', written_in::text, true);
  end if;
  return written_in;
end $$;

-- The transaction's signature is the setting grappe.act: {"at", "by": {"kind", "id", "name"}, "request"}, and
-- "action" where it is a particular one. The arguments are columns that stay out.
create or replace function write_history() returns trigger language plpgsql as $$
declare
  act jsonb := nullif(current_setting('grappe.act', true), '')::jsonb;
  written_in bigint;
  written bigint;
  erased text[];
  snapshot jsonb;
begin
  if act is null then
    raise exception 'unsigned write' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' then
    snapshot := jsonb_strip_nulls(to_jsonb(new)) - tg_argv;
    -- a member's name is its organisation's: it changes there
    if snapshot - 'organisation_name' = jsonb_strip_nulls(to_jsonb(old)) - tg_argv - 'organisation_name' then
      return null;
    end if;
  end if;
  written_in := current_commit();
  if tg_op = 'UPDATE' and act ->> 'action' = 'ERASED' then
    erased := array(
      select key from jsonb_each(jsonb_strip_nulls(to_jsonb(old)) - tg_argv) o
      where o.value is distinct from snapshot -> o.key and o.key not in ('version', 'updated_at'));
  end if;
  insert into history (record_id, record_table, at, action, by, request, act, commit, row, erased)
  values (
    old.id,
    tg_table_name,
    case
      when tg_op <> 'UPDATE' then (act ->> 'at')::timestamptz
      when new.updated_at = old.updated_at then (act ->> 'at')::timestamptz
      else new.updated_at end,
    coalesce(act ->> 'action', case tg_op when 'UPDATE' then 'CHANGED' else 'DELETED' end),
    act -> 'by', act -> 'request', (act ->> 'act')::uuid, written_in, snapshot, erased)
  returning seq into written;
  insert into feed_pending (history_seq, commit) values (written, written_in);
  return null;
end $$;

-- The same for all that one statement adds: a file adds thousands of records with each, and to write the history of
-- each by itself took as long as all else.
create or replace function write_history_added() returns trigger language plpgsql as $$
declare
  act jsonb := nullif(current_setting('grappe.act', true), '')::jsonb;
  written_in bigint;
begin
  if not exists (select from added) then
    return null;
  end if;
  if act is null then
    raise exception 'unsigned write' using errcode = '42501';
  end if;
  written_in := current_commit();
  with written as (
    insert into history (record_id, record_table, at, action, by, request, act, commit, row)
    select a.id, tg_table_name, a.updated_at, coalesce(act ->> 'action', 'CREATED'), act -> 'by', act -> 'request',
      (act ->> 'act')::uuid, written_in, jsonb_strip_nulls(to_jsonb(a)) - tg_argv
    from added a
    returning seq)
  insert into feed_pending (history_seq, commit) select seq, written_in from written;
  return null;
end $$;

-- Called for every table of records, with the columns that stay out of its history, and with those that are in it but are
-- told to nobody: what follows from other records, or is kept for the service itself (untold_columns). The latter bear a
-- sign, so that no column of the history is theirs.
drop procedure if exists keep_history(text, text[]);
create or replace procedure keep_history(record_table text, left_out text[], withheld text[] default '{}')
  language plpgsql as $$
declare
  columns text := (
    select string_agg(quote_literal(name), ', ')
    from (select unnest(left_out) union all select '+' || unnest(withheld)) one(name));
begin
  execute format(
    'create or replace trigger write_history after update or delete on %I
       for each row execute function write_history(%s)',
    record_table, columns);
  execute format(
    'create or replace trigger write_history_added after insert on %I referencing new table as added
       for each statement execute function write_history_added(%s)',
    record_table, columns);
end $$;

-- Each body is bounded, and each text and list of it; but a ledger, changed occurrences and postponements grow write by
-- write, and each write keeps all of the record once more. An erasure goes through whatever there was before.
create or replace function check_record_length() returns trigger language plpgsql as $$
begin
  raise exception 'a record that is too long' using errcode = '23514', constraint = 'ck_records_length';
end $$;

create or replace trigger check_record_length before insert on history
  for each row when (pg_column_size(new.row) > 2097152 and new.action <> 'ERASED') execute function check_record_length();

-- A column as the wire names it.
create or replace function wire_name("column" text) returns text
  language sql immutable strict parallel safe
  return left("column", 1) || substr(replace(initcap(replace("column", '_', ' ')), ' ', ''), 2);

-- A record as it is told to who edits its clusters (own), and to anybody else, a partner or not: where that is not all that
-- is kept of it, its table says so by a function of its own, told_of_<table>(record, own, partner).
create or replace function told_of(record_table text, record jsonb, own boolean, partner boolean) returns jsonb
  language plpgsql stable parallel safe as $$
declare
  told jsonb;
begin
  if record is null or to_regprocedure('told_of_' || record_table || '(jsonb, boolean, boolean)') is null then
    return record;
  end if;
  execute format('select told_of_%s($1, $2, $3)', record_table) into told using record, own, partner;
  return told;
end $$;

-- Of such a table: a write of which nothing is told but to who edits the record leaves updated_at as it is, for that, the
-- filter updatedSince and the order by it would tell everybody that something was written. Its version moves.
create or replace function keep_updated_at() returns trigger language plpgsql as $$
declare
  untold text[] := untold_columns(tg_table_name) || array['updated_at'];
begin
  if told_of(tg_table_name, to_jsonb(new), false, false) - untold
      = told_of(tg_table_name, to_jsonb(old), false, false) - untold then
    new.updated_at := old.updated_at;
  end if;
  return new;
end $$;

-- The fields that two states of a record differ in, as the wire names them; the service's own account of a
-- record, and what it or the database derives, are no fields.
create or replace function changes_between(record_table text, before jsonb, after jsonb) returns jsonb
  language sql stable parallel safe
  return (
    select coalesce(jsonb_agg(
        jsonb_strip_nulls(jsonb_build_object(
          'pointer', '/' || wire_name(key), 'before', b.value, 'after', a.value))
        order by key), '[]')
    from jsonb_each(coalesce(before, '{}')) b full join jsonb_each(coalesce(after, '{}')) a using (key)
    -- an empty list says what an absent one says
    where coalesce(b.value, '[]') <> coalesce(a.value, '[]')
      and key not in ('id', 'version', 'created_at', 'updated_at', 'organisation_name', 'occurs_until',
        'former_hosts')
      and not exists (
        select from pg_attribute
        where attrelid = record_table::regclass and attname = key and attgenerated <> ''));

-- History as it is read: each state beside the one before it. What has no position yet has no instant either.
create or replace view record_history as
select lpad(to_hex(h.seq), 32, '0')::uuid as id, h.record_id, c.at, h.action, h.by, h.request,
  changes_between(
    h.record_table,
    told_of(h.record_table, lag(h.row) over (partition by h.record_id order by h.seq), true, true),
    told_of(h.record_table, h.row, true, true)) as changes,
  c.at as created_at, c.at as updated_at, 0::bigint as version
from history h join commits c on c.id = h.commit
where c.at is not null;

-- What records that an act changed were before it.
create or replace function before_act(act uuid, record_table text) returns table (id uuid, "row" jsonb)
  language sql stable parallel safe
begin atomic
  select h.record_id, b."row"
  from (
    select w.record_id, min(w.seq) as seq from history w
    where w.act = before_act.act and w.record_table = before_act.record_table and w.action = 'CHANGED'
    group by w.record_id) h
  cross join lateral (
    select e."row" from history e where e.record_id = h.record_id and e.seq < h.seq order by e.seq desc limit 1) b;
end;

-- What a field is once a write of it is undone: what it was before, where it still is what was written; of a list, what
-- was written goes and what was added since stays; what was changed since stays as it is.
create or replace function put_back(before jsonb, written jsonb, current jsonb) returns jsonb
  language sql immutable parallel safe
  return case
    when current is not distinct from written then before
    when jsonb_typeof(coalesce(current, written, before)) = 'array' then (
      select coalesce(jsonb_agg(item order by n), '[]') from (
        select c.item, c.n from jsonb_array_elements(coalesce(current, '[]')) with ordinality c(item, n)
        where c.item <> all (array(select jsonb_array_elements(coalesce(written, '[]'))))
          or c.item = any (array(select jsonb_array_elements(coalesce(before, '[]'))))
        union all
        select b.item, b.n - 1000000
        from jsonb_array_elements(coalesce(before, '[]')) with ordinality b(item, n)
        where b.item <> all (array(select jsonb_array_elements(coalesce(written, '[]') || coalesce(current, '[]'))))) kept)
    else current
  end;

-- Undoes writes, told by their numbers in the history: what they made goes, and of what they changed each field that they
-- changed is put back, as a new version where anybody sees it. The tables are told in the order in which they can be; others
-- stay as they are. What was said since to have ended for another reason keeps the day of its end, too.
create or replace procedure undo_writes(undone bigint[], now timestamptz, tables text[]) language plpgsql as $$
declare
  t text;
  columns text;
begin
  foreach t in array tables loop
    execute format(
      'delete from %I where id in (
         select h.record_id from unnest($1) u(seq) join history h using (seq)
         where h.record_table = %L and h.action = ''CREATED'')',
      t, t) using undone;
  end loop;
  foreach t in array tables loop
    columns := (
      -- what was written before there was a column has nothing of it
      select string_agg(case when attnotnull and atthasdef
          then format('%1$I = coalesce(n.%1$I, %2$s)', attname, (
            select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = attrelid and adnum = attnum))
          else format('%1$I = n.%1$I', attname) end, ', ')
      from pg_attribute
      where attrelid = t::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and attname not in ('id', 'version', 'created_at', 'updated_at', 'organisation_name'));
    execute format(
      'with writes as materialized (
         select h.record_id, h.seq, h.row as written, (
           select b.row from history b where b.record_id = h.record_id and b.seq < h.seq
           order by b.seq desc limit 1) as before
         from unnest($1) u(seq) join history h using (seq)
         where h.record_table = %1$L and h.action = ''CHANGED''),
       fields as (
         select w.record_id, w.seq, k.name, w.before -> k.name as before, w.written -> k.name as written
         from writes w cross join lateral jsonb_object_keys(w.before || w.written) k(name)
         where w.before -> k.name is distinct from w.written -> k.name
           and k.name not in (''version'', ''updated_at'', ''organisation_name'')),
       whole as (
         select record_id, name, (array_agg(before order by seq))[1] as before,
           (array_agg(written order by seq desc))[1] as written
         from fields group by record_id, name),
       put as materialized (
         select g.id, case when g.ended then g.fields - ''until'' else g.fields end as fields,
           g.told or g.until_told and not g.ended as told
         from (
           select f.id, jsonb_object_agg(f.name, coalesce(f.value, ''null'')) as fields,
             bool_or(f.name = ''end_reason'' and f.now is distinct from f.written) as ended,
             bool_or(f.value is distinct from f.now and f.name = ''until'') as until_told,
             bool_or(f.value is distinct from f.now and f.name <> ''until'' and f.name <> all($3)) as told
           from (
             select x.id, w.name, w.written, n.now -> w.name as now,
               put_back(w.before, w.written, n.now -> w.name) as value
             from whole w join %1$I x on x.id = w.record_id
             cross join lateral (select jsonb_strip_nulls(to_jsonb(x)) as now offset 0) n offset 0) f
           group by f.id) g)
       update %1$I x
       set %2$s, version = x.version + put.told::int, updated_at = case when put.told then $2 else x.updated_at end
       from put join %1$I o on o.id = put.id cross join lateral jsonb_populate_record(o, put.fields) n
       where x.id = put.id',
      t, columns) using undone, now, untold_columns(t);
  end loop;
end $$;

-- Called for every table whose rows follow from records, with the query that they follow by: of the past they are not
-- kept, they follow once more. It may have several parts; "present." is the schema of what there is now. Where each row
-- follows from one record, a column has that record's id, which is in a table of its own.
drop procedure if exists follow_from_records(text, text, text);
create or replace procedure follow_from_records(
    derived text, query text, part text default '', reference text default null, referred text default null)
  language sql
begin atomic
  insert into derivations (derived, part, query, reference, referred)
  values (follow_from_records.derived, follow_from_records.part, follow_from_records.query,
    follow_from_records.reference, follow_from_records.referred)
  on conflict on constraint pk_derivations do update
    set query = excluded.query, reference = excluded.reference, referred = excluded.referred;
end;

-- The same of a column that a record's history does not have as it is read: what it is of the row r. It may follow from
-- another record, which a column of r names.
drop procedure if exists follow_from_record(text, text, text);
create or replace procedure follow_from_record(
    record_table text, "column" text, expression text, reference text default null, referred text default null)
  language plpgsql as $$
begin
  call follow_from_records(record_table, expression, "column", reference, referred);
end $$;

-- The same of all that an act wrote.
create or replace procedure reverse_act(undone uuid, now timestamptz, tables text[]) language plpgsql as $$
declare
  writes bigint[] := array(select h.seq from history h where h.act = undone);
begin
  call undo_writes(writes, now, tables);
end $$;
