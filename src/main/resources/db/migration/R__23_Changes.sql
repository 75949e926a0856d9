-- What is told of changes, and to whom. What is particular to a table, it tells by functions of its own:
-- path_of_<table>(jsonb), followers_of_<table>(jsonb), partners_read_<table>(); what of a record, told_of_<table>.

-- Where a record is, below the root of the interface.
create or replace function path_of(record_table text, record jsonb) returns text
  language plpgsql stable parallel safe as $$
declare
  path text;
begin
  if to_regprocedure('path_of_' || record_table || '(jsonb)') is null then
    return '/' || replace(record_table, '_', '-') || '/' || (record ->> 'id');
  end if;
  execute format('select path_of_%s($1)', record_table) into path using record;
  return path;
end $$;

-- The clusters that a record is of concern to: its own, and those that see it among theirs.
create or replace function concerned_by(record_table text, record jsonb) returns uuid[]
  language plpgsql stable parallel safe as $$
declare
  found uuid[];
begin
  if record is null then
    return '{}';
  elsif to_regprocedure('followers_of_' || record_table || '(jsonb)') is null then
    return clusters_of(record_table, record);
  end if;
  execute format('select followers_of_%s($1)', record_table) into found using record;
  return clusters_of(record_table, record) || found;
end $$;

-- Whether a caller may read a record in this state: an administrator, a partner, the editor of these clusters, or anybody.
create or replace function may_be_told(record_table text, record jsonb, admin boolean, partner boolean, clusters uuid[])
  returns boolean language plpgsql stable parallel safe as $$
begin
  return record is not null and (admin or may_read(record_table, record, clusters)
    or (partner and to_regprocedure('partners_read_' || record_table || '()') is not null));
end $$;

-- The columns of a record that nobody is told: the service's own account, what follows from other records or is kept for
-- the service itself.
drop function if exists untold_columns(text, jsonb, boolean, uuid[]);
create or replace function untold_columns(record_table text) returns text[]
  language plpgsql stable parallel safe as $$
declare
  -- what the table leaves out and what it generates, it tells itself: where the past is told, its name is a view's
  stored regclass := case when current_schema() <> 'past' then record_table::regclass else (
    select c.oid from pg_class c where c.relname = record_table and c.relkind = 'r'
      and c.relnamespace = any(array(select unnest(current_schemas(false))::text::regnamespace))) end;
begin
  return array['id', 'version'] || array(
      select attname::text from pg_attribute where attrelid = stored and attgenerated <> '')
    -- what stays out of the history, or is in it for the service itself
    || array(
      select ltrim(argument, '+')
      from pg_trigger, string_to_table(encode(tgargs, 'escape'), '\000') argument
      where tgrelid = stored and tgname = 'write_history');
end $$;

-- A record as this caller is told it.
create or replace function told_to(record_table text, record jsonb, admin boolean, partner boolean, clusters uuid[])
  returns jsonb language plpgsql stable parallel safe as $$
begin
  if record is null or to_regprocedure('told_of_' || record_table || '(jsonb, boolean, boolean)') is null then
    return record;
  end if;
  return told_of(record_table, record, admin or clusters_of(record_table, record) && clusters, partner);
end $$;

-- A record as copies have it: its columns have what its first period says; told is what it was on the day on which it was
-- written, in a zone.
create or replace function written_as(record jsonb, zone text) returns jsonb
  language sql stable parallel safe
  return case when coalesce(record -> 'periods', '[]') = '[]' then record else (
    select jsonb_strip_nulls(record || jsonb_object_agg(
      d."column", period_value(record -> 'periods', d.field, timezone(zone, (record ->> 'updated_at')::timestamptz)::date)))
    from (
      select wire."column", wire.field from (values
        ('name', 'name'), ('acronym', 'acronym'), ('legal_form', 'legalForm'), ('city', 'city'), ('region', 'region'),
        ('siren', 'siren'), ('siret', 'siret')) wire("column", field)
      where exists (
        select from jsonb_array_elements(record -> 'periods') p where jsonb_exists(p, wire.field))) d)
  end;

-- The members that two states of a record differ in, as the wire names them; the first may be null.
create or replace function members_changed(before jsonb, after jsonb, untold text[]) returns text[]
  language sql immutable parallel safe
  return array(
    select wire_name(key) from jsonb_each(coalesce(before, '{}')) b full join jsonb_each(after) a using (key)
    where coalesce(b.value, '[]') <> coalesce(a.value, '[]') and key not in ('created_at', 'updated_at')
      and key <> all(untold)
    order by key);

-- Version and updated_at of a record as one is told of it to whom some of it is not: those of its last change that he
-- was told of, so that what he has of it stays as it is until he is. Null where there is no history.
drop function if exists told_state(text, uuid, text[]);
create or replace function told_state(record_table text, record uuid, partner boolean) returns jsonb
  language sql stable parallel safe
  return (
    select jsonb_build_object('version', h.row -> 'version', 'updated_at', h.row -> 'updated_at')
    from (
      select h.seq, h.row, h.erased, lag(h.row) over (order by h.seq) as before
      from history h join commits c on c.id = h.commit
      where h.record_id = told_state.record
        -- of the past only what was numbered by then
        and coalesce(c.at <= nullif(current_setting('grappe.known_at', true), '')::timestamptz,
          nullif(current_setting('grappe.known_at', true), '') is null)) h
    cross join (select untold_columns(told_state.record_table) as columns) untold
    where h.row is not null
      and (h.before is null or not may_read(record_table, h.before, '{}')
        or members_changed(told_of(record_table, h.before, false, partner), told_of(record_table, h.row, false, partner),
          untold.columns) <> '{}'
        or exists (select from unnest(h.erased) e where e <> all(untold.columns)))
    order by h.seq desc limit 1);

create or replace function told_version(record_table text, record uuid, partner boolean) returns bigint
  language sql stable parallel safe
  return (told_state(record_table, record, partner) ->> 'version')::bigint;

-- Whether a record, or a cluster of it, is of a region or ever was.
create or replace function region_of(record jsonb, clusters uuid[], region text) returns boolean
  language sql stable parallel safe
  return record ->> 'region' = region
    or coalesce(record -> 'periods' @> jsonb_build_array(jsonb_build_object('region', region)), false)
    or exists (
      select from clusters c where c.id = any(region_of.clusters) and (c.region = region_of.region
        or c.periods @> jsonb_build_array(jsonb_build_object('region', region_of.region))));

-- These clusters, which a caller edits, and those that followed them until a commit took that back.
create or replace function clusters_until(clusters uuid[], commit bigint) returns uuid[]
  language sql stable parallel safe
  return clusters_until.clusters || array(
    select heirs_of(array(
      select (f #>> '{}')::uuid
      from history h
      cross join lateral (
        select p.row from history p where p.record_id = h.record_id and p.seq < h.seq order by p.seq desc limit 1) b
      cross join lateral jsonb_array_elements(
        coalesce(b.row -> 'divided_into', '[]') || coalesce(b.row -> 'followed_by', '[]')) f
      where h.record_id = any(clusters_until.clusters) and h.commit = clusters_until.commit)));
