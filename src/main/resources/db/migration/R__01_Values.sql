-- Used by every feature: days, periods, names, and how answers tell of money and of another record.

-- Whether the first day that a partial date may mean is there on a day, and whether the last is. The texts are compared,
-- for to make dates of their parts took a fifth of what it takes to find a record and say what it is on a day.
create or replace function has_come(partial text, day date) returns boolean
  language sql stable parallel safe
  return partial collate "C" <= to_char(day::timestamp, 'YYYY-MM-DD');

create or replace function has_passed(partial text, day date) returns boolean
  language sql stable parallel safe
  return partial collate "C" < left(to_char((day + 1)::timestamp, 'YYYY-MM-DD'), length(partial));

-- What holds from one day to before another, on a day: it has begun from its first possible day
-- and is past from the last possible day of its end.
create or replace function period_contains("from" text, until text, day date) returns boolean
  language sql stable parallel safe
  return ("from" is null or has_come("from", day)) and (until is null or not has_passed(until, day));

-- The same in one word.
create or replace function period_status("from" text, until text, day date) returns text
  language sql stable parallel safe
  return case
    when has_passed(until, day) then 'ENDED'
    when "from" is null or has_come("from", day) then 'ACTIVE'
    else 'PLANNED'
  end;

-- The least text of a partial date that begins on a day or later: a year where the day is its first, or a month.
create or replace function earliest_text(day date) returns text
  language sql stable parallel safe
  return case
    when extract(day from day) > 1 then to_char(day::timestamp, 'YYYY-MM-DD')
    when extract(month from day) > 1 then to_char(day::timestamp, 'YYYY-MM')
    else to_char(day::timestamp, 'YYYY')
  end;

-- Whether a text may have all of these in it, each a regular expression of one word (PersonName.spellings) in which any
-- sign beyond ASCII stands for any letter. What plain() would find is found, in an eighth of the time that plain() takes,
-- and more may be. An address of the web says letters in figures.
create or replace function may_contain_name(content text, spellings text[]) returns boolean
  language plpgsql immutable parallel safe as $$
begin
  return content ~* all (spellings) or (strpos(content, '%') > 0 and content ~ '%[0-9A-Fa-f]{2}');
end $$;

-- An id as the service gives them: a UUID, version 7 (RFC 9562). One record gets its id from the service; many that one
-- statement makes get theirs here.
create or replace function new_id() returns uuid language sql volatile parallel safe
  return encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid;

-- How answers tell of money, of another record, and of what a part of a record cites. What makes JSON is stable, and the
-- planner takes in a function (InlinedFunctionsTest) that says of itself no more than what it calls does.
create or replace function money_of(amount numeric, currency text) returns jsonb
  language sql stable parallel safe
  return case when amount is not null then
    jsonb_build_object('amount', round(amount, 2), 'currency', currency) end;

create or replace function named(id uuid, name text, slug text default null) returns jsonb
  language sql stable parallel safe
  return case when id is not null then
    jsonb_strip_nulls(jsonb_build_object('id', id, 'name', name, 'slug', slug)) end;

-- Money as the columns hold it.
create or replace function euros(amount numeric) returns jsonb language sql stable parallel safe
  return money_of(amount, 'EUR');

-- What a field was in the period that a day falls into.
create or replace function period_value(periods jsonb, field text, day date) returns text
  language sql stable parallel safe
  return (
    select p.period ->> field from jsonb_array_elements(periods) with ordinality p(period, n)
    where p.n = 1 or has_come(p.period ->> 'from', day)
    order by p.n desc limit 1);

-- What a field of a record is on a day: its column, but where the record has periods. The planner takes it in.
create or replace function on_day(base text, periods jsonb, field text, day date) returns text
  language sql stable parallel safe
  return case when periods <> '[]' then period_value(periods, field, day) else base end;

-- What a refusal tells besides its sentence, as its detail: the field, the day that it passes, and who stands against it.
create or replace function refusal(field text, bound text, other uuid) returns text language sql stable parallel safe
  return jsonb_strip_nulls(jsonb_build_object(
    'field', field, 'bound', bound, 'other', case when other is not null then jsonb_build_object('id', other) end))::text;
