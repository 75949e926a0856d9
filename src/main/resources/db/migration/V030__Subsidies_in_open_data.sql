-- Lines that came in the open-data format keep the line as it stood in the file, the whole grant's amount, and what
-- they are known again by. The file's line is part of the history and of what an erasure reads; the rest is derived.
alter table subsidies
  add column imported_line text,
  add column imported_amount numeric,
  add column imported_key uuid constraint uq_subsidies_imported_key unique,
  -- Hashes of all that a line is known by but one: those who share one are alike. There is no index on them: they
  -- come in no order, and keeping four million in one takes longer than comparing those of the same beneficiaries.
  add column imported_alike bigint[];
drop trigger remember on subsidies;
create trigger remember after insert or update or delete on subsidies for each row
  execute function remember(
    'search', 'currency', 'origins', 'weights', 'states', 'imported_amount', 'imported_key', 'imported_alike');

-- A million lines that cite nothing need not be asked what they cite.
drop trigger cite_inserted on subsidies;
create trigger cite_inserted after insert on subsidies for each row
  when (new.sources <> '{}' or new.statements <> '[]' or new.steps @? '$[*].sources[*]'
    or new.payments @? '$[*].sources[*]')
  execute function cite_subsidy();

-- An id as the service gives them: a UUID, version 7 (RFC 9562).
create function new_id() returns uuid language sql volatile parallel safe
  return encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid;

-- Money as the columns hold it.
create function euros(amount numeric) returns jsonb language sql immutable strict parallel safe
  return jsonb_build_object('amount', round(amount, 2), 'currency', 'EUR');

-- What a line of the format is known again by; the last is its turn among equal ones of the file.
create function scdl_key(
    funder uuid, beneficiary uuid, day text, reference text, purpose text, amount numeric, turn bigint) returns uuid
  language sql immutable parallel safe
  return md5(concat_ws(chr(31), funder, beneficiary, day, coalesce(reference, ''), purpose, round(amount, 2), turn))::uuid;

-- The same without the amount, the purpose, the day, the reference.
create function scdl_alike(
    funder uuid, beneficiary uuid, day text, reference text, purpose text, amount numeric) returns bigint[]
  language sql immutable parallel safe
  return array[
    hashtextextended(concat_ws(chr(31), funder, beneficiary, day, coalesce(reference, ''), purpose), 1),
    hashtextextended(concat_ws(chr(31), funder, beneficiary, day, coalesce(reference, ''), round(amount, 2)), 2),
    hashtextextended(concat_ws(chr(31), funder, beneficiary, coalesce(reference, ''), purpose, round(amount, 2)), 3),
    hashtextextended(concat_ws(chr(31), funder, beneficiary, day, purpose, round(amount, 2)), 4)];
