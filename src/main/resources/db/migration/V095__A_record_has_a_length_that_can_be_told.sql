-- Each body is bounded, and each text and list of it; but a ledger, changed occurrences and postponements grow write by
-- write, and each write keeps all of the record once more. An erasure goes through whatever there was before.
create function bound_record() returns trigger language plpgsql as $$
begin
  raise exception 'a record that is too long' using errcode = '23514', constraint = 'ck_records_length';
end $$;
create trigger bound_record before insert on history
  for each row when (pg_column_size(new.row) > 2097152 and new.action <> 'ERASED') execute function bound_record();
