call keep_citations('subsidy_lines', 'steps', 'payments');
call keep_history('subsidy_lines', array[
  'search', 'currency', 'origins', 'weights', 'states', 'years', 'imported_amount', 'imported_key', 'imported_alike',
  'assigned_to'], array['imported_line']);

-- A line is its beneficiary cluster's, and theirs to which it was assigned; a programme's is its leading clusters'.
create or replace function clusters_of_subsidy_lines(record jsonb) returns uuid[] language sql stable parallel safe
  return array(
    select (record -> 'beneficiary' ->> 'cluster')::uuid where record -> 'beneficiary' ? 'cluster'
    union
    select (s ->> 'assignedTo')::uuid from jsonb_array_elements(record -> 'steps') s
    where s ? 'assignedTo' and not exists (
      select from jsonb_array_elements(record -> 'steps') c where c ->> 'corrects' = s ->> 'id')
    union
    select l.cluster from programme_leads l
    where l.programme = (record -> 'beneficiary' ->> 'programme')::uuid and l.cluster is not null);

create or replace function clusters_of_subsidy_funders(record jsonb) returns uuid[] language sql stable parallel safe
  return (select clusters_of_subsidy_lines(to_jsonb(l)) from subsidy_lines l where l.id = (record ->> 'line')::uuid);

create or replace function sync_subsidy_funders() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from subsidy_funders where line = new.id;
  end if;
  insert into subsidy_funders (line, cluster, organisation, created_at)
  select distinct new.id, c.id, case when c.id is null then (f ->> 'funder')::uuid end, new.created_at
  from jsonb_array_elements(new.fundings) f left join clusters c on c.id = (f ->> 'funder')::uuid
  where f ? 'funder';
  return null;
end $$;

create or replace trigger sync_subsidy_funders_added after insert on subsidy_lines
  for each row when (new.fundings <> '[]') execute function sync_subsidy_funders();

create or replace trigger sync_subsidy_funders_changed after update of fundings on subsidy_lines
  for each row when (old.fundings <> new.fundings) execute function sync_subsidy_funders();

create or replace function sync_subsidy_heirs() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from subsidy_heirs where line = new.id;
  end if;
  -- those that are there already may have been taken back since
  if exists (
      select from jsonb_array_elements(new.steps) with ordinality x(step, n)
      where step ? 'assignedTo' and n > case when tg_op = 'UPDATE' then jsonb_array_length(old.steps) else 0 end
        and not exists (
          select from predecessors_by((step ->> 'assignedTo')::uuid, coalesce(last_day(step ->> 'on'), 'infinity')) part
          where part = new.cluster and new.cluster <> (step ->> 'assignedTo')::uuid)) then
    raise exception 'a line of another cluster' using errcode = '23514', constraint = 'ck_subsidy_lines_heir',
      table = 'subsidy_lines', column = 'steps';
  end if;
  insert into subsidy_heirs (line, cluster)
  select distinct new.id, (s ->> 'assignedTo')::uuid from jsonb_array_elements(new.steps) s where s ? 'assignedTo';
  return null;
end $$;

create or replace trigger sync_subsidy_heirs_added after insert on subsidy_lines
  for each row when (new.steps @? '$[*].assignedTo') execute function sync_subsidy_heirs();

create or replace trigger sync_subsidy_heirs_changed after update of steps on subsidy_lines
  for each row when (old.steps <> new.steps) execute function sync_subsidy_heirs();

create or replace function sync_subsidy_years() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from subsidy_years where line = new.id;
  end if;
  insert into subsidy_years (line, year, created_at) select new.id, y.year, new.created_at from unnest(new.years) y(year);
  return null;
end $$;

create or replace trigger sync_subsidy_years_added after insert on subsidy_lines
  for each row when (new.years <> '{}') execute function sync_subsidy_years();

create or replace trigger sync_subsidy_years_changed after update of steps, payments on subsidy_lines
  for each row when (old.years <> new.years) execute function sync_subsidy_years();

-- The ledger only grows: what a step says of status, day, amount and correction stays.
create or replace function check_steps_kept() returns trigger language plpgsql as $$
begin
  if exists (
      select from jsonb_array_elements(old.steps) with ordinality o(step, n)
      left join jsonb_array_elements(new.steps) with ordinality k(step, n) using (n)
      where k.step is null
        or o.step - '{remarks,sources}'::text[] - case when o.step ? 'asLine' then 'amount' else '' end
          <> k.step - '{remarks,sources}'::text[] - case when o.step ? 'asLine' then 'amount' else '' end) then
    raise exception 'steps are not taken back' using errcode = '23514', constraint = 'ck_subsidy_lines_steps_kept',
      table = 'subsidy_lines', column = 'steps';
  end if;
  return new;
end $$;

create or replace trigger check_steps_kept before update of steps on subsidy_lines
  for each row when (old.steps <> new.steps) execute function check_steps_kept();

-- The ledgers and payments of all lines, as they are read.
create or replace view subsidy_steps as
select (step ->> 'id')::uuid as id, l.id as line, l.version, (step ->> 'at')::timestamptz as created_at,
  (step ->> 'at')::timestamptz as updated_at, n, step ->> 'status' as status, step ->> 'on' as "on",
  step -> 'amount' as amount, step ->> 'qualifier' as qualifier, (step ->> 'corrects')::uuid as corrects,
  (step ->> 'assignedTo')::uuid as assigned_to,
  array(select jsonb_array_elements_text(step -> 'sources')::uuid) as sources, step ->> 'remarks' as remarks
from subsidy_lines l cross join lateral jsonb_array_elements(l.steps) with ordinality s(step, n);

create or replace view subsidy_payments as
select (payment ->> 'id')::uuid as id, l.id as line, l.version, (payment ->> 'at')::timestamptz as created_at,
  (payment ->> 'at')::timestamptz as updated_at, n, (payment ->> 'on')::date as "on",
  payment -> 'amount' as amount,
  array(select jsonb_array_elements_text(payment -> 'sources')::uuid) as sources, payment ->> 'remarks' as remarks
from subsidy_lines l cross join lateral jsonb_array_elements(l.payments) with ordinality s(payment, n);

call follow_from_records('subsidy_funders',
  'select distinct l.id as line, c.id as cluster, case when c.id is null then (f ->> ''funder'')::uuid end as organisation,
     l.created_at
   from subsidy_lines l cross join lateral jsonb_array_elements(l.fundings) f
   left join clusters c on c.id = (f ->> ''funder'')::uuid
   where f ? ''funder''', reference => 'line', referred => 'subsidy_lines');
call follow_from_records('subsidy_heirs',
  'select distinct l.id as line, (s ->> ''assignedTo'')::uuid as cluster
   from subsidy_lines l cross join lateral jsonb_array_elements(l.steps) s where s ? ''assignedTo''',
  reference => 'line', referred => 'subsidy_lines');
call follow_from_records('subsidy_years',
  'select l.id as line, y.year, l.created_at from subsidy_lines l cross join lateral unnest(l.years) y(year)',
  reference => 'line', referred => 'subsidy_lines');
call follow_from_record('subsidy_lines', 'imported_amount',
  'select l.imported_amount from present.subsidy_lines l where l.id = r.id');
call follow_from_record('subsidy_lines', 'imported_key',
  'select l.imported_key from present.subsidy_lines l where l.id = r.id');
