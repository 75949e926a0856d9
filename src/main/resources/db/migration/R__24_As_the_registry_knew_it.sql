-- The schema "past" has a view under the name of every table of records, and of what follows from them: the rows as they
-- stood at the instant that the setting grappe.known_at tells. Functions and views that read tables are there once more
-- and read these. So a statement tells the past by nothing but its search_path, and what is written for the present
-- cannot be forgotten here. Whatever is not in it (regions, addresses, credentials that are checked) is today's.
--
-- The history has no index for each order and filter, and would pay for them with each write. But most records are today
-- what they were: so the schema "past_unchanged" has, of each table, today's rows that are as they stood, in today's
-- indexes, and "past_changed" the others, as they stood. Together they are what "past" has.

-- The definitions of views and functions that read tables, those first that others are made of. What reads none stays one:
-- an index has what it makes of a column, and would not be found by another.
create or replace function definitions_to_repeat() returns table (turn bigint, kind "char", definition text)
  language sql stable
begin atomic
  with recursive nodes as (
    select p.oid, 'f'::"char" as kind from pg_proc p
    where p.pronamespace = current_schema()::regnamespace and p.prosqlbody is not null
      and p.proname not in (
        'definitions_to_repeat', 'in_present', 'past_column', 'past_derivations', 'known_to_the_last', 'unchanged_view',
        'changed_view', 'halves_of_derivations')
    union all
    select c.oid, 'v' from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'v'
      and not exists (select from pg_depend e where e.objid = c.oid and e.deptype = 'e')),
  uses as (
    select n.oid, d.refobjid as used from nodes n join pg_depend d on d.objid = n.oid and n.kind = 'f'
    where d.refobjid in (select oid from nodes) and d.refobjid <> n.oid
    union
    select n.oid, d.refobjid from nodes n join pg_rewrite r on r.ev_class = n.oid and n.kind = 'v'
    join pg_depend d on d.objid = r.oid
    where d.refobjid in (select oid from nodes) and d.refobjid <> n.oid),
  reading (oid) as (
    select n.oid from nodes n where n.kind = 'v' or exists (
      select from pg_depend d join pg_class c on c.oid = d.refobjid
      where d.classid = 'pg_proc'::regclass and d.objid = n.oid and d.refclassid = 'pg_class'::regclass
        and c.relkind in ('r', 'v', 'p'))
    union
    select u.oid from reading r join uses u on u.used = r.oid),
  depths (oid, depth) as (
    select n.oid, 0 from nodes n
    union
    select u.oid, d.depth + 1 from depths d join uses u on u.used = d.oid)
  select row_number() over (order by max(d.depth), n.oid), n.kind,
    case n.kind
      when 'f' then regexp_replace(pg_get_functiondef(n.oid), '^CREATE OR REPLACE FUNCTION [^.(]+\.',
        'CREATE OR REPLACE FUNCTION past.')
      else format('create view past.%I as %s', n.oid::regclass::text, pg_get_viewdef(n.oid))
    end
  from nodes n join depths d on d.oid = n.oid
  where n.oid in (select oid from reading)
  group by n.oid, n.kind;
end;

-- A query in which "present." is the schema of what there is now.
create or replace function in_present(query text) returns text language sql stable
  return regexp_replace(query, '\mpresent\.', current_schema() || '.', 'g');

-- A column, as it is read from what the history keeps of a record: each by itself, so that who asks for two columns of all
-- records reads no more of them, and without a table or a function beside the history, for a plan puts only so many in the
-- best order, and past that reads the whole of one for each row of another.
create or replace function past_column(records regclass, attribute pg_attribute) returns text
  language sql stable
begin atomic
  select case
      when t.typcategory = 'A' and t.typelem in ('uuid'::regtype, 'date'::regtype, 'integer'::regtype)
        then format('translate(h.row ->> %L, ''[]'', ''{}'')::%s', attribute.attname, type.name)
      when t.typtype <> 'b' or t.typcategory = 'A'
        then format('(jsonb_populate_record(null::%I.%I, h.row)).%I', current_schema(), records::text, attribute.attname)
      when t.oid = 'jsonb'::regtype then format('(h.row -> %L)', attribute.attname)
      -- as the indexes of the history have what a record refers to, and what else it is found by
      when t.oid = 'text'::regtype then format('(h.row ->> %L)', attribute.attname) || coalesce((
        select format(' collate %s', c.oid::regcollation) from pg_collation c
        where c.oid = attribute.attcollation and c.collname <> 'default'), '')
      else format('(h.row ->> %L)::%s', attribute.attname, type.name)
    end
  from pg_type t cross join lateral format_type(attribute.atttypid, attribute.atttypmod) type(name)
  where t.oid = attribute.atttypid;
end;

-- The columns of a table, as they are read from what its history keeps of a record, or from what they follow from.
create or replace function past_view(records regclass) returns text language plpgsql stable as $$
declare
  left_out text[] := (
    select string_to_array(encode(tgargs, 'escape'), '\000') from pg_trigger
    where tgrelid = records and tgname = 'write_history');
  kept text;
  derived text;
  followed text;
begin
  select
    string_agg(
      case
        when a.attname = 'id' then 'h.record_id'
        when a.attname = any(left_out) then format('null::%s', format_type(a.atttypid, a.atttypmod))
        -- a row from before the column says what the column began with
        when a.attnotnull and d.adbin is not null
          then format('coalesce(%s, %s)', past_column(records, a), pg_get_expr(d.adbin, d.adrelid))
        else past_column(records, a)
      end || format(' as %I', a.attname), ', ' order by a.attnum) filter (where a.attgenerated = '' and v.query is null),
    string_agg(
      case when v.query is not null then format('(%s) as %I', in_present(v.query), a.attname)
        else format('r.%I', a.attname) end, ', ' order by a.attnum) filter (where a.attgenerated = ''),
    string_agg(
      case when a.attgenerated = '' then format('x.%I', a.attname)
        else format('%s as %I', pg_get_expr(d.adbin, d.adrelid), a.attname) end, ', ' order by a.attnum)
  into kept, derived, followed
  from pg_attribute a
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  left join derivations v on v.derived = records::text and v.part = a.attname
  where a.attrelid = records and a.attnum > 0 and not a.attisdropped;
  return format(
    'create view past.%1$I as
     select %5$s from (select %4$s from (
       select %3$s
       from %2$I.history h
       where h.record_table = %1$L and h.row is not null
         -- as a plan takes half of them to be, and not one
         and case when (select c.at from %2$I.commits c where c.id = h.commit) <= (select past.known_at())
           then not exists (
             select from %2$I.history n
             where n.record_id = h.record_id and n.record_table = %1$L and n.seq > h.seq
               and (select c.at from %2$I.commits c where c.id = n.commit) <= (select past.known_at())) end) r) x',
    records::text, current_schema(), kept, derived, followed);
end $$;

-- What follows from records, those first from which others follow.
create or replace function past_derivations(records text[]) returns text[] language sql stable
begin atomic
  select array_agg(format('create view past.%I as %s', d.derived, in_present(d.query)) order by d.after, d.derived)
  from (
    select v.derived, string_agg(v.query, ' union all ' order by v.part) as query,
      (select count(distinct o.derived) from derivations o
       where o.derived <> v.derived and string_agg(v.query, ' ') ~ ('\m' || o.derived || '\M')) as after
    from derivations v
    where v.derived <> all(past_derivations.records) and to_regclass(v.derived) is not null
    group by v.derived) d;
end;

-- Whether one who goes through today's records meets many that were known: not, where the registry has grown a hundredfold.
create or replace function goes_by_today() returns boolean language plpgsql stable parallel safe as $$
begin
  return current_setting('grappe.known_position')::bigint * 100 >= (select position from head);
end $$;

-- Whether little has been written since.
create or replace function few_have_changed() returns boolean language plpgsql stable parallel safe as $$
begin
  return (select position from head) - current_setting('grappe.known_position')::bigint <= 500;
end $$;

-- The records of a table that were known and may be others today, or all that were known, where that was little. What was
-- made since was not known.
create or replace function changed_since(records text) returns setof uuid language plpgsql stable rows 100 as $$
declare
  known bigint := current_setting('grappe.known_position')::bigint;
begin
  return query execute format(
    case when goes_by_today() then
      'select distinct h.record_id
       from (
         select f.history_seq from feed f where f.position > %s
         union all
         select p.history_seq from feed_pending p) f
       join history h on h.seq = f.history_seq
       where h.record_table = %L and h.action <> ''CREATED'''
    else
      'select distinct h.record_id from feed f join history h on h.seq = f.history_seq
       where f.position <= %s and h.record_table = %L'
    end, known, records);
end $$;

-- What is not null where the last that the history has of a record was known; the record is told by SQL, and so is its
-- table. A plan takes nearly all to be so, and thus an index in the order that is asked for.
create or replace function known_to_the_last(record text, records text) returns text language sql stable
  return format(
    '(select true
      from (
        select h.commit from %3$I.history h where h.record_id = %1$s and h.record_table = %2$L order by h.seq desc limit 1) h
      where (select c.at from %3$I.commits c where c.id = h.commit) <= (select past.known_at()))',
    record, records, current_schema());

-- The rows of a table that are today what they were.
create or replace function unchanged_view(records regclass) returns text language sql stable
  return format(
    'create view past_unchanged.%1$I as
     select r.* from %2$I.%1$I r where (select goes_by_today()) and %3$s is not null%4$s',
    records::text, current_schema(), known_to_the_last('r.id', records::text), (
      -- a column that follows from a record may be the same though that has changed
      select string_agg(format(
        ' and (case when %s then true when r.%I is not distinct from (%s) then true end) is not null',
        known_to_the_last('r.' || quote_ident(v.reference), v.referred), v.part, in_present(v.query)), '')
      from derivations v where v.derived = records::text and v.part <> '' and v.reference is not null));

-- The others, as they were: those that have changed, and those that follow from a record that has. Each is looked up,
-- whatever else is asked of them.
create or replace function changed_view(records regclass) returns text language sql stable
  return format(
    'create view past_changed.%1$I as
     select r.* from (select id from changed_since(%1$L) c(id)%2$s) c
     cross join lateral (select * from past.%1$I p where p.id = c.id offset 0) r',
    records::text, (
      select string_agg(format(
        ' union select o.id from changed_since(%1$L) c(id) join past.%2$I o on o.%3$I = c.id
          where not exists (select from past_unchanged.%2$I u where u.id = o.id)',
        v.referred, records::text, v.reference), '')
      from derivations v where v.derived = records::text and v.part <> '' and v.reference is not null));

-- What follows from one record each: of those that are unchanged it is today's, of the others it follows once more.
create or replace function halves_of_derivations(records text[]) returns text[] language sql stable
begin atomic
  with halves as (
    select v.derived, string_agg(
      regexp_replace(in_present(v.query), '\mfrom ' || v.referred || '\M', 'from past_changed.' || quote_ident(v.referred)),
      ' union all ' order by v.part) as query
    from derivations v where v.referred is not null and v.derived <> all(halves_of_derivations.records)
    group by v.derived)
  select array_agg(format('create view past_unchanged.%1$I as select * from %2$I.%1$I', h.derived, current_schema()))
    || array_agg(format('create view past_changed.%I as %s', h.derived, h.query))
  from halves h;
end;

create or replace procedure keep_past() language plpgsql as $$
declare
  present text := current_schema();
  records regclass[];
  views text[];
  definitions text[];
  one text;
begin
  perform pg_advisory_xact_lock(hashtextextended('past', 55));
  if to_regnamespace('past') is not null then
    return;
  end if;
  create schema past;
  create schema past_unchanged;
  create schema past_changed;
  create function past.known_at() returns timestamptz language sql stable parallel safe
    return current_setting('grappe.known_at')::timestamptz;
  -- From here on the transaction's statements tell the past; what a record says of its last write stands for the end of
  -- the act that wrote it.
  execute format(
    'create function past.look_back(instant timestamptz) returns text language sql volatile
     return set_config(''search_path'', ''past, '' || current_setting(''search_path''), true)
       || set_config(''grappe.known_at'', (
         select greatest(max(c.at), instant)::text from %1$I.history h join %1$I.commits c on c.id = h.commit
         where h.at = instant), true)
       || set_config(''grappe.known_position'', position_by(current_setting(''grappe.known_at'')::timestamptz)::text, true)
       -- what follows from records is several joins: past the default of 8 what refers to it would read the whole of it
       || set_config(''join_collapse_limit'', ''12'', true) || set_config(''from_collapse_limit'', ''12'', true)',
    present);
  definitions := array(select d.definition from definitions_to_repeat() d order by d.turn);
  records := array(
    select t.tgrelid::regclass from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname = 'write_history' and c.relnamespace = present::regnamespace
    -- those whose columns follow from others last
    order by exists (select from derivations v where v.derived = c.relname and v.part <> ''), c.relname);
  views := array(select past_view(r.t) from unnest(records) with ordinality r(t, n) order by r.n);
  views := views || past_derivations(records::text[])
    || array(select unchanged_view(r.t) from unnest(records) with ordinality r(t, n) order by r.n)
    || array(select changed_view(r.t) from unnest(records) with ordinality r(t, n) order by r.n)
    || halves_of_derivations(records::text[]);
  perform set_config('search_path', 'past, ' || present, true);
  foreach one in array views || definitions loop
    execute one;
  end loop;
  perform set_config('search_path', present, true);
end $$;
