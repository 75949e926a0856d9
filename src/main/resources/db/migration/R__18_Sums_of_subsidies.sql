-- Parts to the cent by the largest remainder; of equal remainders the first in order gets the cent. Most lines have a
-- few parts, and where there are many lines these loops are faster than a query.
create or replace function apportion(total numeric, weights numeric[]) returns numeric[]
  language plpgsql immutable parallel safe as $$
declare
  whole numeric := 0;
  cents numeric := abs(total) * 100;
  missing numeric := cents;
  weight numeric;
  parts numeric[] := '{}';
  remainders numeric[] := '{}';
  best int;
begin
  if total is null then
    return null;
  end if;
  foreach weight in array weights loop
    whole := whole + weight;
  end loop;
  foreach weight in array weights loop
    parts := parts || div(cents * weight, whole);
    remainders := remainders || mod(cents * weight, whole);
    missing := missing - parts[cardinality(parts)];
  end loop;
  while missing > 0 loop
    best := 1;
    for i in 2..cardinality(parts) loop
      if remainders[i] > remainders[best] then
        best := i;
      end if;
    end loop;
    parts[best] := parts[best] + 1;
    remainders[best] := -1;
    missing := missing - 1;
  end loop;
  for i in 1..cardinality(parts) loop
    parts[i] := round(sign(total) * parts[i] / 100, 2);
  end loop;
  return parts;
end $$;

create or replace function sum_by(payments jsonb, day date) returns numeric
  language sql immutable parallel safe
  return (
    select sum((p -> 'amount' ->> 'amount')::numeric) from jsonb_array_elements(payments) p
    where first_day(p ->> 'on') <= day);

create or replace function paid_by(payments jsonb, day date) returns numeric
  language sql immutable parallel safe
  return case when payments = '[]' then 0.00 else coalesce(sum_by(payments, day), 0.00) end;

-- Sums divided by a number of members or companies, to the cent; none where there is nothing to divide by.
create or replace function quotients(
    divisor numeric, reported numeric, announced numeric, budgeted numeric, voted numeric, agreed numeric, paid numeric)
    returns jsonb
  language sql stable parallel safe
  return case when divisor > 0 then jsonb_build_object(
    'reported', round(reported / divisor, 2), 'announced', round(announced / divisor, 2),
    'budgeted', round(budgeted / divisor, 2), 'voted', round(voted / divisor, 2),
    'agreed', round(agreed / divisor, 2), 'paid', round(paid / divisor, 2)) else '{}' end;

-- How often a sum holds another.
create or replace function multiple(dividend numeric, divisor numeric) returns numeric
  language sql immutable parallel safe
  return case when divisor > 0 then trim_scale(round(dividend / divisor, 6)) end;

-- The years of the steps that give a line's figures on a day, in the order of firmness, and last that of its first
-- dated step; null for what has no day. A correction gives what it corrects. A step that assigns a line to a successor,
-- without an amount, says nothing new of what was decided before.
create or replace function figure_years(steps jsonb, day date) returns int[]
  language plpgsql immutable parallel safe as $$
declare
  ids text[] := '{}';
  places int[] := '{}';
  holders jsonb[] := '{}';
  assigning boolean[] := '{}';
  step jsonb;
  place int;
  rank int;
  began int;
  years int[] := array[null, null, null, null, null, null]::int[];
  reached boolean[] := array[false, false, false, false, false];
begin
  if jsonb_array_length(steps) = 1 then
    began := case when first_day(steps -> 0 ->> 'on') <= day then left(steps -> 0 ->> 'on', 4)::int end;
    return array_fill(began, array[6]);
  end if;
  for step in select jsonb_array_elements(steps) loop
    place := coalesce(places[array_position(ids, step ->> 'corrects')], cardinality(ids) + 1);
    ids := ids || (step ->> 'id');
    places := places || place;
    if coalesce(first_day(step ->> 'on') <= day, true) then
      holders[place] := step;
      assigning[place] := coalesce(assigning[place], false) or (step ? 'assignedTo' and not step ? 'amount');
      began := least(began, left(step ->> 'on', 4)::int);
    end if;
  end loop;
  for i in 1..cardinality(ids) loop
    step := holders[i];
    rank := array_position(array['REPORTED', 'ANNOUNCED', 'BUDGETED', 'VOTED', 'AGREED'], step ->> 'status');
    if rank is not null and not (reached[rank] and assigning[i]) then
      years[rank] := left(step ->> 'on', 4)::int;
      reached[rank] := true;
    end if;
  end loop;
  for i in reverse 4..1 loop
    if not reached[i] then
      years[i] := years[i + 1];
      reached[i] := reached[i + 1];
    end if;
  end loop;
  for i in 1..5 loop
    if not reached[i] then
      years[i] := began;
    end if;
  end loop;
  years[6] := began;
  return years;
end $$;

-- What a line is from day to day; until its first step begins, nothing is known of it.
drop function if exists spans_of(subsidy_state[], jsonb);
create or replace function spans_of(states subsidy_state[], payments jsonb, steps jsonb)
    returns table (
      since date, until date, status text, amount numeric, reported numeric, announced numeric, budgeted numeric,
      voted numeric, agreed numeric, paid numeric, assigned uuid, year int, years int[])
  language sql stable parallel safe
begin atomic
  select d.since, lead(d.since, 1, 'infinity') over (order by d.since),
    case when s.status <> 'CANCELLED' and p.paid > 0 and p.paid >= s.due then 'PAID' else s.status end,
    s.amount, s.reported, s.announced, s.budgeted, s.voted, s.agreed, p.paid, s.assigned, y.years[6],
    case when y.years is distinct from array_fill(y.years[6], array[6]) then y.years[:5] end
  from (
    select date '-infinity' as since
    union select x.since from unnest(states) x
    union select first_day(payment ->> 'on') from jsonb_array_elements(payments) payment) d
  left join lateral (
    select x.* from unnest(states) x where x.since <= d.since order by x.since desc limit 1) s on true
  cross join lateral (select paid_by(payments, d.since) as paid offset 0) p
  cross join lateral (select figure_years(steps, d.since) as years offset 0) y;
end;

-- The last of a line's spans in its parts. One of a single part is left whole; where a funding tells no share, what it
-- comes to isn't known.
drop function if exists parts_of_span(subsidy_spans, jsonb, numeric[]);
create or replace function parts_of_span(s subsidy_spans, fundings jsonb, weights numeric[])
    returns table (
      line uuid, n int, origin text, funder uuid, untold boolean, reported numeric, announced numeric, budgeted numeric,
      voted numeric, agreed numeric, paid numeric, first boolean, first_of_origin boolean, first_of_funder boolean,
      first_of_both boolean)
  language sql stable parallel safe
begin atomic
  select s.line, x.n::int, x.origin, x.funder, x.untold, x.reported, x.announced, x.budgeted, x.voted, x.agreed, x.paid,
    row_number() over (order by x.n) = 1, row_number() over (partition by x.origin order by x.n) = 1,
    row_number() over (partition by x.funder order by x.n) = 1,
    row_number() over (partition by x.origin, x.funder order by x.n) = 1
  from (
    select 1::bigint as n, coalesce(fundings -> 0 ->> 'origin', 'UNKNOWN') as origin,
      (fundings -> 0 ->> 'funder')::uuid as funder, false as untold,
      s.reported, s.announced, s.budgeted, s.voted, s.agreed, s.paid
    where weights[2] is null or (weights[2] = 0 and weights[3] is null)
    union all
    select u.n, coalesce(g.funding ->> 'origin', 'UNKNOWN'), (g.funding ->> 'funder')::uuid,
      u.weight = 0 and g.n is not null and not jsonb_exists_any(g.funding, array['share', 'amount'])
        and g.funding ->> 'rest' <> 'true',
      u.reported, u.announced, u.budgeted, u.voted, u.agreed, u.paid
    from unnest(weights, apportion(s.reported, weights), apportion(s.announced, weights),
      apportion(s.budgeted, weights), apportion(s.voted, weights), apportion(s.agreed, weights),
      apportion(s.paid, weights)) with ordinality
      u(weight, reported, announced, budgeted, voted, agreed, paid, n)
    left join jsonb_array_elements(fundings) with ordinality g(funding, n) on g.n = u.n
    where (weights[2] > 0 or weights[3] is not null)
      and (g.n is not null
        or (u.weight > 0 and (s.paid <> 0 or s.amount is not null or s.status is not distinct from 'CANCELLED')))) x;
end;

create or replace function sync_subsidy_spans() returns trigger language plpgsql as $$
declare
  own text := lasting_region(new.cluster, new.organisation);
  heirs uuid[];
begin
  if new.steps @? '$[*].assignedTo' then
    heirs := array(select distinct (s ->> 'assignedTo')::uuid from jsonb_array_elements(new.steps) s where s ? 'assignedTo');
    -- whose region changes waits for this, or this for it, before either writes what the other does
    perform from clusters c where c.id = any(heirs) order by c.id for key share;
  end if;
  if tg_op = 'UPDATE' then
    if old.beneficiary <> new.beneficiary then
      perform lasting_region(old.cluster, old.organisation);
    end if;
    delete from subsidy_spans where line = new.id;
    delete from subsidy_parts where line = new.id;
  end if;
  with spans as (
    insert into subsidy_spans (
      line, since, until, status, amount, reported, announced, budgeted, voted, agreed, paid, assigned,
      created_at, year, years, found_in)
    select new.id, s.since, s.until, s.status, s.amount, s.reported, s.announced, s.budgeted, s.voted, s.agreed, s.paid,
      s.assigned, new.created_at, s.year, s.years,
      coalesce(new.sector_region, case when s.assigned is null then own
        else (select c.region from clusters c where c.id = s.assigned and c.periods = '[]') end)
    from spans_of(new.states, new.payments, new.steps) s
    returning subsidy_spans)
  insert into subsidy_parts
  select p.* from spans cross join lateral parts_of_span(spans.subsidy_spans, new.fundings, new.weights) p
  where (spans.subsidy_spans).until = 'infinity';
  return null;
end $$;

create or replace trigger sync_subsidy_spans_added after insert on subsidy_lines
  for each row execute function sync_subsidy_spans();

create or replace trigger sync_subsidy_spans_changed
  after update of beneficiary, amount, fundings, steps, payments on subsidy_lines
  for each row when ((old.beneficiary, old.amount, old.fundings, old.steps, old.payments) is distinct from
    (new.beneficiary, new.amount, new.fundings, new.steps, new.payments)) execute function sync_subsidy_spans();

-- In which region a line is found on a day: its sector's, or that of whose it is.
call keep_found_in('subsidy_spans',
  '(line, until) in (
     select s.line, s.until from subsidy_spans s where s.assigned = $1
     union all
     select s.line, s.until from subsidy_lines l join subsidy_spans s on s.line = l.id
     where l.cluster = $1 and s.assigned is null)',
  'line in (select id from subsidy_lines where cluster is null and organisation = $1)');

-- A file's organisations may come after its lines.
create or replace function sync_found_in_added() returns trigger language plpgsql as $$
begin
  update subsidy_spans s set found_in = a.region
  from added a join subsidy_lines l on l.organisation = a.id
  where a.region is not null and a.periods = '[]' and s.line = l.id and s.found_in is null;
  return null;
end $$;

create or replace trigger sync_found_in_added after insert on organisations referencing new table as added
  for each statement execute function sync_found_in_added();

-- Lines that are older than these tables.
insert into subsidy_spans (
  line, since, until, status, amount, reported, announced, budgeted, voted, agreed, paid, assigned, created_at, year,
  years, found_in)
select l.id, s.since, s.until, s.status, s.amount, s.reported, s.announced, s.budgeted, s.voted, s.agreed, s.paid,
  s.assigned, l.created_at, s.year, s.years,
  coalesce(l.sector_region, lasting_region(coalesce(s.assigned, l.cluster), l.organisation))
from subsidy_lines l cross join lateral spans_of(l.states, l.payments, l.steps) s
where not exists (select from subsidy_spans x where x.line = l.id);
insert into subsidy_parts
select p.* from subsidy_spans s join subsidy_lines l on l.id = s.line
cross join lateral parts_of_span(s, l.fundings, l.weights) p
where s.until = 'infinity' and not exists (select from subsidy_parts x where x.line = l.id);
-- Statements are planned before the server looks at new tables by itself.
analyze subsidy_spans, subsidy_parts;

call follow_from_records('subsidy_spans',
  'select l.id as line, s.since, s.until, s.status, s.amount, s.reported, s.announced, s.budgeted, s.voted, s.agreed,
     s.paid, s.assigned, l.created_at, s.year, s.years, coalesce(
       l.sector_region,
       (select c.region from clusters c where c.id = coalesce(s.assigned, l.cluster) and c.periods = ''[]''),
       (select o.region from organisations o where o.id = l.organisation and o.periods = ''[]'')) as found_in
   from subsidy_lines l cross join lateral spans_of(l.states, l.payments, l.steps) s',
  reference => 'line', referred => 'subsidy_lines');
call follow_from_records('subsidy_parts',
  'select p.* from subsidy_spans s join subsidy_lines l on l.id = s.line
   cross join lateral parts_of_span(jsonb_populate_record(null::present.subsidy_spans, to_jsonb(s)), l.fundings, l.weights) p
   where s.until = ''infinity''');
