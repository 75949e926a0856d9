call keep_citations('organisations', 'periods');
call keep_history('organisations', array['search']);

-- Every number that a body has or had.
create or replace function numbers_of(record jsonb) returns text[]
  language sql immutable parallel safe
  return array(
    select distinct number from (
      select unnest(array[record ->> 'siren', record ->> 'siret', record ->> 'rna']) as number
      union all
      select unnest(array[period ->> 'siren', period ->> 'siret'])
      from jsonb_array_elements(coalesce(record -> 'periods', '[]')) period) n
    where number is not null);

-- The SIRENs that an organisation had before that of a day, oldest first.
create or replace function former_sirens(periods jsonb, day date) returns text[]
  language sql stable parallel safe
  return array(
    select p.period ->> 'siren' from jsonb_array_elements(periods) with ordinality p(period, n)
    where (p.n = 1 or has_come(p.period ->> 'from', day))
      and p.period ->> 'siren' <> coalesce(period_value(periods, 'siren', day), '')
    group by 1 order by min(p.n));

-- An organisation and all that became it, at any depth.
create or replace function organisations_that_became(organisation uuid) returns setof uuid
  language sql stable parallel safe
begin atomic
  with recursive line(id) as (
    select organisations_that_became.organisation
    union
    select o.id from organisations o join line on o.followed_by = line.id)
  select id from line;
end;

-- Keeps legal_numbers as organisations and clusters have them; the argument is the column of the holder. For all that
-- one statement adds: a file adds thousands at once.
create or replace function sync_legal_numbers_added() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into legal_numbers (number, %I)
     select number, a.id from added a, unnest(
       case when a.periods = ''[]'' then array_remove(array[a.siren, a.siret, a.rna], null)
         else numbers_of(to_jsonb(a)) end) number
     order by number', tg_argv[0]);
  return null;
end $$;

create or replace function sync_legal_numbers() returns trigger language plpgsql as $$
declare
  before text[] := numbers_of(to_jsonb(old));
  after text[] := '{}';
begin
  if tg_op = 'UPDATE' then
    after := numbers_of(to_jsonb(new));
  end if;
  delete from legal_numbers where number = any(before) and number <> all(after);
  execute format(
    'insert into legal_numbers (number, %I) select number, $1 from unnest($2) number where number <> all($3) order by number',
    tg_argv[0]) using old.id, after, before;
  return null;
end $$;

create or replace procedure keep_legal_numbers(record_table text, holder text) language plpgsql as $$
begin
  execute format('create or replace trigger sync_legal_numbers_added after insert on %I referencing new table as added
    for each statement execute function sync_legal_numbers_added(%L)', record_table, holder);
  execute format('create or replace trigger sync_legal_numbers after update of siren, siret, rna, periods on %I for each row
    when ((old.siren, old.siret, old.rna, old.periods) is distinct from (new.siren, new.siret, new.rna, new.periods))
    execute function sync_legal_numbers(%L)', record_table, holder);
  execute format('create or replace trigger sync_legal_numbers_removed after delete on %I for each row
    when (num_nonnulls(old.siren, old.siret, old.rna) > 0 or old.periods <> ''[]'') execute function sync_legal_numbers(%L)', record_table, holder);
end $$;

call keep_legal_numbers('organisations', 'organisation');
