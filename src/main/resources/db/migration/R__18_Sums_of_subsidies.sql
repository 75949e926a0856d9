-- Parts to the cent by the largest remainder; of equal remainders the first in order gets the cent. Most lines have a
-- few parts, and where there are many lines these loops are faster than a query.
create or replace function apportion(total numeric, weights numeric[]) returns numeric[]
  language plpgsql immutable parallel safe as $$
declare
  whole numeric := 0;
  cents numeric := total * 100;
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
    parts[i] := round(parts[i] / 100, 2);
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
