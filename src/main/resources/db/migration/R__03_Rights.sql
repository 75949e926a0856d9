-- Whose a record is, who may read it, and whether an editor may change what belongs to no cluster.

-- Whose a record is, each table tells by a function of its own, clusters_of_<table>(jsonb); where there is none, it
-- is the record's column "cluster".
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

-- Who asks what was known of what belongs to a record: the editors of its clusters, and of others where its table tells them
-- by a function of its own, past_readers_of_<table>(jsonb).
create or replace function past_readers_of(record_table text, record jsonb) returns uuid[]
  language plpgsql stable parallel safe as $$
declare
  readers uuid[] := '{}';
begin
  if to_regprocedure('past_readers_of_' || record_table || '(jsonb)') is not null then
    execute format('select past_readers_of_%s($1)', record_table) into readers using record;
  end if;
  return clusters_of(record_table, record) || readers;
end $$;

-- Who may read a record that not everybody may, the editors of any of these clusters, each table tells by a function of
-- its own, readers_of_<table>(jsonb); where there is none, or it is null, everybody may.
create or replace function may_read(record_table text, record jsonb, clusters uuid[]) returns boolean
  language plpgsql stable parallel safe as $$
declare
  readers uuid[];
begin
  if to_regprocedure('readers_of_' || record_table || '(jsonb)') is null then
    return true;
  end if;
  execute format('select readers_of_%s($1)', record_table) into readers using record;
  return readers is null or readers && clusters;
end $$;

-- Whether this caller ({"kind", "id", "name"}) entered a record.
create or replace function entered_by(record uuid, author jsonb) returns boolean
  language sql stable parallel safe
  return coalesce((
    select h.by ->> 'kind' = author ->> 'kind' and case when author ? 'id'
      then h.by ->> 'id' = author ->> 'id' else h.by ->> 'name' = author ->> 'name' end
    from history h where h.record_id = record order by h.seq limit 1), false);

-- The columns that refer to records of a table, as the foreign keys tell, with the records that they belong to: those
-- of the table itself or, where it only keeps a list of another's, of that other. What is part of the very record that it
-- refers to does not refer to it.
create or replace function columns_that_refer_to(record_table text)
    returns table (referring text, "column" text, owner text, owner_column text)
  language sql stable
begin atomic
  with records as (select tgrelid from pg_trigger where tgname = 'write_history'),
    keys as (
      select k.conrelid, k.confrelid, k.confdeltype, a.attname
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f')
    select distinct k.conrelid::regclass::text, k.attname::text, coalesce(o.confrelid, k.conrelid)::regclass::text,
      coalesce(o.attname, 'id')::text
    from keys k
    left join keys o on k.conrelid not in (select tgrelid from records) and o.conrelid = k.conrelid
      and o.confdeltype = 'c' and o.confrelid in (select tgrelid from records)
    where k.confrelid = record_table::regclass and k.conrelid <> 'citations'::regclass;
end;

-- What a record that refers to another is to a caller: HIDDEN from it, its OWN clusters', ENTERED by it and no cluster's,
-- or ANOTHER's.
create or replace function standing_of(record_table text, record jsonb, author jsonb, clusters uuid[]) returns text
  language plpgsql stable as $$
declare
  owners uuid[] := clusters_of(record_table, record);
begin
  if not may_read(record_table, record, clusters) then
    return 'HIDDEN';
  elsif owners <> '{}' and owners <@ clusters then
    return 'OWN';
  elsif owners = '{}' and entered_by((record ->> 'id')::uuid, author) then
    return 'ENTERED';
  end if;
  return 'ANOTHER';
end $$;

-- Whether an editor may change what belongs to no cluster, an organisation or a source: who entered it, while every
-- record that refers to it, and that this caller may read, is its own; or whose clusters have all of these. A record that
-- is hidden from the caller makes no difference, or the answer would tell of it.
create or replace function may_change(record_table text, record uuid, author jsonb, clusters uuid[]) returns boolean
  language plpgsql stable as $$
declare
  entered boolean := entered_by(record, author);
  is_referred_to boolean := false;
  found_one boolean;
  referring record;
  standing text;
begin
  for referring in
    select c.owner, format('%1$I t where %2$s and t.id <> $1', c.owner, case
        when c.owner = c.referring then format('t.%I = $1', c."column")
        else format('t.id in (select l.%I from %I l where l.%I = $1)', c.owner_column, c.referring, c."column") end)
      as records
    from columns_that_refer_to(record_table) c
    -- who became another goes on in that, and does not make it another's
    where c."column" <> 'followed_by'
    union all
    select c.record_table, format(
        '%1$I t where t.id in (select c.record_id from citations c where c.source_id = $1) and t.id <> $1',
        c.record_table)
    from (select distinct x.record_table from citations x where x.source_id = record) c
  loop
    standing := format('standing_of(%L, to_jsonb(t), $2, $3)', referring.owner);
    execute format('select exists (select from %s and %s = any($4))', referring.records, standing)
    into found_one using record, author, clusters,
      case when entered then array['ANOTHER'] else array['ANOTHER', 'ENTERED'] end;
    if found_one then
      return false;
    end if;
    if not entered and not is_referred_to then
      execute format('select exists (select from %s and %s = ''OWN'')', referring.records, standing)
      into is_referred_to using record, author, clusters;
    end if;
  end loop;
  return entered or is_referred_to;
end $$;
