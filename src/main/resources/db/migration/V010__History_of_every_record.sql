set local statement_timeout = 0;

-- What every record looked like after each write, and who wrote it from which request. Kept by a trigger in
-- the same transaction, so that no way of writing passes it by; a write that nobody has signed is refused.
create table history (
  record_id uuid not null,
  seq bigint not null generated always as identity,
  record_table text not null,
  at timestamptz not null,
  action text not null,
  by jsonb not null,
  request jsonb,
  -- absent after a deletion
  row jsonb,
  constraint pk_history primary key (record_id, seq)
);

-- The transaction's signature is the setting grappe.act: {"at", "by": {"kind", "id", "name"}, "request"}, and
-- "action" where it is a particular one. The arguments are columns that stay out.
create function remember() returns trigger language plpgsql as $$
declare
  act jsonb := nullif(current_setting('grappe.act', true), '')::jsonb;
  snapshot jsonb;
begin
  if act is null then
    raise exception 'unsigned write' using errcode = '42501';
  end if;
  if tg_op <> 'DELETE' then
    snapshot := jsonb_strip_nulls(to_jsonb(new)) - tg_argv;
    -- a member's name is its organisation's: it changes there
    if tg_op = 'UPDATE' then
      if snapshot - 'organisation_name'
          = jsonb_strip_nulls(to_jsonb(old)) - tg_argv - 'organisation_name' then
        return null;
      end if;
    end if;
  end if;
  insert into history (record_id, record_table, at, action, by, request, row)
  values (
    case when tg_op = 'DELETE' then old.id else new.id end,
    tg_table_name,
    case when tg_op = 'DELETE' then (act ->> 'at')::timestamptz else new.updated_at end,
    coalesce(act ->> 'action',
      case tg_op when 'INSERT' then 'CREATED' when 'UPDATE' then 'CHANGED' else 'DELETED' end),
    act -> 'by', act -> 'request', snapshot);
  return null;
end $$;

-- Called for every table of records. What is there already gets its first entry.
create procedure keep_history(record_table text, left_out text[]) language plpgsql as $$
begin
  execute format(
    'create trigger remember after insert or update or delete on %I
       for each row execute function remember(%s)',
    record_table, (select string_agg(quote_literal(name), ', ') from unnest(left_out) name));
  execute format(
    'insert into history (record_id, record_table, at, action, by, row)
       select id, %L, updated_at, ''CREATED'', ''{"kind": "SERVICE", "name": "before history was kept"}'',
         jsonb_strip_nulls(to_jsonb(t)) - %L::text[]
       from %I t',
    record_table, left_out, record_table);
end $$;
call keep_history('sources', array['search']);
call keep_history('organisations', array['search']);
call keep_history('clusters', array['search']);
call keep_history('colleges', array['search']);
call keep_history('mandates', array['search']);
call keep_history('offices', array['search']);
call keep_history('memberships', array['search']);
call keep_history('figures', array['search']);
call keep_history('credentials', array['search', 'secret_hash']);

-- A column as the wire names it.
create function wire_name("column" text) returns text
  language sql immutable strict parallel safe
  return left("column", 1) || substr(replace(initcap(replace("column", '_', ' ')), ' ', ''), 2);

-- The fields that two states of a record differ in, as the wire names them; the service's own account of a
-- record, and what the database derives, are no fields.
create function changes_between(record_table text, before jsonb, after jsonb) returns jsonb
  language sql stable parallel safe
  return (
    select coalesce(jsonb_agg(
        jsonb_strip_nulls(jsonb_build_object(
          'pointer', '/' || wire_name(key), 'before', b.value, 'after', a.value))
        order by key), '[]')
    from jsonb_each(coalesce(before, '{}')) b full join jsonb_each(coalesce(after, '{}')) a using (key)
    -- an empty list says what an absent one says
    where coalesce(b.value, '[]') <> coalesce(a.value, '[]')
      and key not in ('id', 'version', 'created_at', 'updated_at', 'organisation_name')
      and not exists (
        select from pg_attribute
        where attrelid = record_table::regclass and attname = key and attgenerated <> ''));

-- History as it is read: each state beside the one before it.
create view record_history as
select lpad(to_hex(seq), 32, '0')::uuid as id, record_id, at, action, by, request,
  changes_between(record_table, lag(row) over (partition by record_id order by seq), row) as changes,
  at as created_at, at as updated_at, 0::bigint as version
from history;

-- A deleted cluster's slug still leads to its history.
alter table cluster_slugs add column cluster uuid;
update cluster_slugs s set cluster = c.id from clusters c where c.slug = s.slug;
create or replace function take_slug() returns trigger language plpgsql as $$
begin
  insert into cluster_slugs (slug, cluster) values (new.slug, new.id);
  return null;
end $$;

-- The clusters that a record belongs to: whose editors write it. None of them for what is nobody's own.
create function clusters_of(record_table text, record jsonb) returns uuid[]
  language sql immutable parallel safe
  return case record_table
    when 'clusters' then array[(record ->> 'id')::uuid]
    when 'figures' then array_remove(
      array[(record -> 'subject' ->> 'cluster')::uuid]
        || array(select jsonb_array_elements_text(record -> 'subject' -> 'clusters')::uuid), null)
    else array_remove(array[(record ->> 'cluster')::uuid], null)
  end;

-- Whether a record of another cluster than these refers to an organisation or a source. Which columns refer,
-- the foreign keys tell.
create function others_refer_to(record_table text, record uuid, clusters uuid[]) returns boolean
  language plpgsql stable as $$
declare
  key record;
  found_one boolean;
begin
  for key in
    select k.conrelid::regclass::text as referring, a.attname as "column"
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = record_table::regclass
  loop
    if key.referring = 'citations' then
      continue;
    end if;
    execute format(
      'select exists (select from %s t where %I = $1 and not clusters_of(%L, to_jsonb(t)) <@ $2)',
      key.referring, key."column", key.referring) into found_one using record, clusters;
    if found_one then
      return true;
    end if;
  end loop;
  for key in select distinct c.record_table from citations c where c.source_id = record loop
    execute format(
      'select exists (select from citations c join %I t on t.id = c.record_id
         where c.source_id = $1 and c.record_table = %L and not clusters_of(%L, to_jsonb(t)) <@ $2)',
      key.record_table, key.record_table, key.record_table) into found_one using record, clusters;
    if found_one then
      return true;
    end if;
  end loop;
  return false;
end $$;
