call keep_citations('organisations');
call keep_history('organisations', array['search']);

-- Keeps legal_numbers as organisations and clusters have them; the argument is the column of the holder. For all that
-- one statement adds: a file adds thousands at once.
create or replace function sync_legal_numbers_added() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into legal_numbers (number, %I)
     select number, a.id from added a, unnest(array[a.siren, a.siret, a.rna]) number
     where number is not null order by number', tg_argv[0]);
  return null;
end $$;

create or replace function sync_legal_numbers() returns trigger language plpgsql as $$
declare
  before text[] := array_remove(array[old.siren, old.siret, old.rna], null);
  after text[] := '{}';
begin
  if tg_op = 'UPDATE' then
    after := array_remove(array[new.siren, new.siret, new.rna], null);
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
  execute format('create or replace trigger sync_legal_numbers after update of siren, siret, rna on %I for each row
    when ((old.siren, old.siret, old.rna) is distinct from (new.siren, new.siret, new.rna))
    execute function sync_legal_numbers(%L)', record_table, holder);
  execute format('create or replace trigger sync_legal_numbers_removed after delete on %I for each row
    when (num_nonnulls(old.siren, old.siret, old.rna) > 0) execute function sync_legal_numbers(%L)', record_table, holder);
end $$;

call keep_legal_numbers('organisations', 'organisation');
