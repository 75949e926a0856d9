-- Money for one purpose, with its ledger of steps and its payments: all of a line is one row, so that a rule that
-- binds payments to steps is a check of the row, and a row's lock is all that a race needs.

-- What a line is from a day on: its latest step, the amount that holds, and its figure for each step of firmness
-- (domain: that of the latest step of the status, else of the next higher one reached; none once it is cancelled).
-- "due" is what was last agreed or, failing that, voted: what payments may not exceed.
create type subsidy_state as (
  since date,
  status text,
  amount numeric,
  reported numeric,
  announced numeric,
  budgeted numeric,
  voted numeric,
  agreed numeric,
  due numeric,
  assigned uuid
);

-- A correction takes the place of the step that it corrects, from its own day on. A step without an amount says
-- nothing of it: what was known before goes on.
create function subsidy_state(steps jsonb, day date) returns subsidy_state
  language plpgsql immutable parallel safe as $$
declare
  ids text[] := '{}';
  places int[] := '{}';
  holders jsonb[] := '{}';
  step jsonb;
  place int;
  rank int;
  figures numeric[] := array[null, null, null, null, null]::numeric[];
  reached boolean[] := array[false, false, false, false, false];
  state subsidy_state;
begin
  for step in select jsonb_array_elements(steps) loop
    place := coalesce(places[array_position(ids, step ->> 'corrects')], cardinality(ids) + 1);
    ids := ids || (step ->> 'id');
    places := places || place;
    if coalesce(first_day(step ->> 'on') <= day, true) then
      holders[place] := step;
    end if;
  end loop;
  state.since := day;
  foreach step in array holders loop
    continue when step is null;
    state.status := step ->> 'status';
    state.amount := coalesce((step -> 'amount' ->> 'amount')::numeric, state.amount);
    state.assigned := coalesce((step ->> 'assignedTo')::uuid, state.assigned);
    rank := array_position(array['REPORTED', 'ANNOUNCED', 'BUDGETED', 'VOTED', 'AGREED'], state.status);
    if rank is not null then
      figures[rank] := state.amount;
      reached[rank] := true;
    end if;
  end loop;
  state.due := case when reached[5] then figures[5] else figures[4] end;
  if state.status is distinct from 'CANCELLED' then
    for i in reverse 4..1 loop
      if not reached[i] then
        figures[i] := figures[i + 1];
      end if;
    end loop;
    state.reported := figures[1];
    state.announced := figures[2];
    state.budgeted := figures[3];
    state.voted := figures[4];
    state.agreed := figures[5];
  end if;
  return state;
end $$;

-- All that a line is in turn: one state for each day on which a step begins; an undated one has always begun.
create function subsidy_states(steps jsonb) returns subsidy_state[]
  language sql immutable parallel safe
  return (
    select array_agg(subsidy_state(steps, since) order by since)
    from (select distinct coalesce(first_day(step ->> 'on'), '-infinity'::date) as since
          from jsonb_array_elements(steps) step) s);

create function subsidy_currency(amount jsonb, steps jsonb, fundings jsonb) returns text
  language sql immutable parallel safe
  return coalesce(
    amount ->> 'currency',
    jsonb_path_query_first(steps, '$[*].amount.currency') #>> '{}',
    jsonb_path_query_first(fundings, '$[*].amount.currency') #>> '{}',
    'EUR');

create function subsidy_origins(fundings jsonb) returns text[]
  language sql immutable parallel safe
  return array(select distinct f ->> 'origin' from jsonb_array_elements(fundings) f order by 1);

-- How a line's amount is shared, in whole numbers: one for each funding in the order given, and one more for what
-- no funding tells of. Shares weigh by millionths of a per cent, amounts by cents of the amount entered; a rest takes what is left.
create function subsidy_weights(fundings jsonb, amount jsonb, steps jsonb) returns numeric[]
  language sql immutable parallel safe
  return (
    with f as (
      select n, (funding ->> 'share')::numeric * 1000000 as share,
        (funding -> 'amount' ->> 'amount')::numeric * 100 as cents,
        coalesce((funding ->> 'rest')::boolean, false) as rest
      from jsonb_array_elements(fundings) with ordinality x(funding, n)),
    told as (
      select coalesce(sum(coalesce(share, cents)), 0) as sum, coalesce(bool_or(rest), false) as rest,
        case
          when bool_or(share is not null) then 100000000
          else coalesce(nullif(
            case when bool_or(cents is not null) then greatest(sum(cents),
              coalesce((amount ->> 'amount')::numeric,
                (jsonb_path_query_first(steps, '$[*].amount.amount') #>> '{}')::numeric, 0) * 100) end, 0), 1)
        end as whole
      from f)
    select coalesce((
        select array_agg(trunc(case when f.rest then told.whole - told.sum else coalesce(share, cents, 0) end) order by n)
        from f), '{}')
      || case when told.rest then 0 else trunc(told.whole - told.sum) end
    from told);

-- Parts to the cent by the largest remainder; of equal remainders the first in order gets the cent.
create function apportion(total numeric, weights numeric[]) returns numeric[]
  language sql immutable parallel safe
  return (
    with w as (
      select n, weight, sum(weight) over () as whole from unnest(weights) with ordinality x(weight, n)),
    q as (
      select n, div(total * 100 * weight, whole) as cents, mod(total * 100 * weight, whole) as remainder from w),
    r as (
      select n, cents, row_number() over (order by remainder desc, n) as turn,
        total * 100 - sum(cents) over () as missing
      from q)
    select array_agg(round((cents + case when turn <= missing then 1 else 0 end) / 100, 2) order by n) from r);

-- Whether what is paid stays within what is due.
create function payments_within_due(steps jsonb, payments jsonb) returns boolean
  language sql immutable parallel safe
  return payments = '[]' or coalesce((
    select sum((p -> 'amount' ->> 'amount')::numeric) from jsonb_array_elements(payments) p)
    <= (subsidy_state(steps, 'infinity'::date)).due, false);

-- Whether on each day as much was paid as was repaid, at least.
create function repayments_within_paid(payments jsonb) returns boolean
  language sql immutable parallel safe
  return payments = '[]' or (
    select min(paid) >= 0
    from (select sum(sum((p -> 'amount' ->> 'amount')::numeric)) over (order by p ->> 'on') as paid
          from jsonb_array_elements(payments) p group by p ->> 'on') by_day);

create function paid_by(payments jsonb, day date) returns numeric
  language sql immutable parallel safe
  return case when payments = '[]' then 0.00 else coalesce((
    select sum((p -> 'amount' ->> 'amount')::numeric) from jsonb_array_elements(payments) p
    where first_day(p ->> 'on') <= day), 0.00) end;

-- How answers tell of money, of another record, and of what a part of a record cites.
create function money_of(amount numeric, currency text) returns jsonb
  language sql immutable parallel safe
  return case when amount is not null then
    jsonb_build_object('amount', round(amount, 2), 'currency', currency) end;
create function named(id uuid, name text, slug text default null) returns jsonb
  language sql immutable parallel safe
  return case when id is not null then
    jsonb_strip_nulls(jsonb_build_object('id', id, 'name', name, 'slug', slug)) end;
create function cited(part jsonb) returns jsonb
  language sql stable parallel safe
begin atomic
  select coalesce(jsonb_agg(named(x.id, x.title) order by n), '[]')
  from jsonb_array_elements_text(cited.part -> 'sources') with ordinality s(id, n)
  join sources x on x.id = s.id::uuid;
end;

create table subsidies (
  id uuid constraint pk_subsidies primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- one of cluster, programme, organisation, sector ({region, name}), as it was written
  beneficiary jsonb not null,
  fiscal_year int,
  purpose text not null,
  amount jsonb,
  budget_share numeric,
  fundings jsonb not null default '[]',
  -- the ledger: {id, at, status, on, amount, qualifier, corrects, assignedTo, sources, remarks}
  steps jsonb not null constraint ck_subsidies_steps check (jsonb_array_length(steps) > 0),
  -- {id, at, on, amount, sources, remarks}
  payments jsonb not null default '[]',
  strategy text,
  reference text,
  "grant" jsonb,
  nature text,
  payment_conditions text,
  payment_period text,
  eu_notified boolean,
  rae_number text,
  scheme text,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  search text not null generated always as (plain(array[purpose])) stored,
  cluster uuid generated always as ((beneficiary ->> 'cluster')::uuid) stored
    constraint fk_subsidies_cluster references clusters (id),
  programme uuid generated always as ((beneficiary ->> 'programme')::uuid) stored
    constraint fk_subsidies_programme references programmes (id),
  organisation uuid generated always as ((beneficiary ->> 'organisation')::uuid) stored
    constraint fk_subsidies_organisation references organisations (id),
  sector_region text generated always as (beneficiary -> 'sector' ->> 'region') stored
    constraint fk_subsidies_sector_region references regions (code),
  currency text generated always as (subsidy_currency(amount, steps, fundings)) stored,
  origins text[] generated always as (subsidy_origins(fundings)) stored,
  weights numeric[] generated always as (subsidy_weights(fundings, amount, steps)) stored,
  states subsidy_state[] generated always as (subsidy_states(steps)) stored,
  constraint ck_subsidies_payments check (payments_within_due(steps, payments)),
  constraint ck_subsidies_repayments check (repayments_within_paid(payments))
);
create index ix_subsidies_created_at on subsidies (created_at desc, id);
create index ix_subsidies_updated_at on subsidies (updated_at, id);
create index ix_subsidies_cluster on subsidies (cluster, created_at desc, id);
create index ix_subsidies_programme on subsidies (programme) where programme is not null;
create index ix_subsidies_organisation on subsidies (organisation, created_at desc, id);
create index ix_subsidies_sector_region on subsidies (sector_region) where sector_region is not null;
create index ix_subsidies_fiscal_year on subsidies (fiscal_year, created_at desc, id);
create index ix_subsidies_origins on subsidies using gin (origins);
create index ix_subsidies_search on subsidies using gin (search gin_trgm_ops);
create index ix_subsidies_sources on subsidies using gin (sources) where sources <> '{}';

-- Who funds a line, and to which clusters it was assigned, so that the database itself refuses what does not exist.
create table subsidy_funders (
  line uuid not null constraint fk_funders_line references subsidies (id) on delete cascade,
  cluster uuid constraint fk_funders_cluster references clusters (id),
  organisation uuid constraint fk_funders_organisation references organisations (id),
  constraint ck_funders_one check (num_nonnulls(cluster, organisation) = 1)
);
create unique index uq_subsidy_funders_cluster on subsidy_funders (cluster, line) where cluster is not null;
create unique index uq_subsidy_funders_organisation on subsidy_funders (organisation, line)
  where organisation is not null;
create index ix_subsidy_funders_line on subsidy_funders (line);
create table subsidy_heirs (
  line uuid not null constraint fk_heirs_line references subsidies (id) on delete cascade,
  cluster uuid not null constraint fk_heirs_cluster references clusters (id),
  constraint pk_subsidy_heirs primary key (cluster, line)
);
create index ix_subsidy_heirs_line on subsidy_heirs (line);

create function fund() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from subsidy_funders where line = new.id;
  end if;
  insert into subsidy_funders (line, cluster, organisation)
  select distinct new.id, c.id, case when c.id is null then (f ->> 'funder')::uuid end
  from jsonb_array_elements(new.fundings) f left join clusters c on c.id = (f ->> 'funder')::uuid
  where f ? 'funder';
  return null;
end $$;
create trigger fund_inserted after insert on subsidies
  for each row when (new.fundings <> '[]') execute function fund();
create trigger fund_updated after update of fundings on subsidies
  for each row when (old.fundings <> new.fundings) execute function fund();

-- The ledger only grows: what a step says of status, day, amount and correction stays.
create function keep_steps() returns trigger language plpgsql as $$
begin
  if exists (
      select from jsonb_array_elements(old.steps) with ordinality o(step, n)
      left join jsonb_array_elements(new.steps) with ordinality k(step, n) using (n)
      where k.step is null
        or o.step - '{remarks,sources}'::text[] - case when o.step ? 'asLine' then 'amount' else '' end
          <> k.step - '{remarks,sources}'::text[] - case when o.step ? 'asLine' then 'amount' else '' end) then
    raise exception 'steps are not taken back' using errcode = '23514', constraint = 'ck_subsidies_steps_kept';
  end if;
  return new;
end $$;
create trigger keep_steps before update of steps on subsidies
  for each row when (old.steps <> new.steps) execute function keep_steps();

create function inherit() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from subsidy_heirs where line = new.id;
  end if;
  insert into subsidy_heirs (line, cluster)
  select distinct new.id, (s ->> 'assignedTo')::uuid from jsonb_array_elements(new.steps) s where s ? 'assignedTo';
  return null;
end $$;
create trigger inherit_inserted after insert on subsidies
  for each row when (new.steps @? '$[*].assignedTo') execute function inherit();
create trigger inherit_updated after update of steps on subsidies
  for each row when (new.steps @? '$[*].assignedTo') execute function inherit();

-- As let_cite, with what steps and payments cite.
create function cite_subsidy() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from citations where record_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into citations (source_id, record_id, record_table)
    select distinct cited.id, new.id, tg_table_name
    from (select unnest(new.sources) as id
          union
          select (statement ->> 'source')::uuid from jsonb_array_elements(new.statements) statement
          where statement ? 'source'
          union
          select source::uuid
          from jsonb_array_elements(new.steps || new.payments) part,
            jsonb_array_elements_text(part -> 'sources') source) cited;
  end if;
  return null;
end $$;
create trigger cite_inserted after insert on subsidies for each row
  when (cardinality(new.sources) > 0 or new.statements <> '[]' or new.steps @? '$[*].sources[*]')
  execute function cite_subsidy();
create trigger cite_updated after update on subsidies for each row
  when (old.sources is distinct from new.sources or old.statements is distinct from new.statements
    or old.steps <> new.steps or old.payments <> new.payments)
  execute function cite_subsidy();
create trigger cite_deleted after delete on subsidies for each row execute function cite_subsidy();
call keep_history('subsidies', array['search', 'currency', 'origins', 'weights', 'states']);

-- A line is its beneficiary cluster's, and theirs to which it was assigned; a programme's is its leading clusters'.
create function clusters_of_subsidies(record jsonb) returns uuid[] language sql stable parallel safe
  return array(
    select (record -> 'beneficiary' ->> 'cluster')::uuid where record -> 'beneficiary' ? 'cluster'
    union
    select (s ->> 'assignedTo')::uuid from jsonb_array_elements(record -> 'steps') s where s ? 'assignedTo'
    union
    select l.cluster from programme_leads l
    where l.programme = (record -> 'beneficiary' ->> 'programme')::uuid and l.cluster is not null);
create function clusters_of_subsidy_funders(record jsonb) returns uuid[] language sql stable parallel safe
  return (select clusters_of_subsidies(to_jsonb(l)) from subsidies l where l.id = (record ->> 'line')::uuid);

-- The ledgers and payments of all lines, as they are read.
create view subsidy_steps as
select (step ->> 'id')::uuid as id, l.id as line, l.version, (step ->> 'at')::timestamptz as created_at,
  (step ->> 'at')::timestamptz as updated_at, n, step ->> 'status' as status, step ->> 'on' as "on",
  step -> 'amount' as amount, step ->> 'qualifier' as qualifier, (step ->> 'corrects')::uuid as corrects,
  (step ->> 'assignedTo')::uuid as assigned_to,
  array(select jsonb_array_elements_text(step -> 'sources')::uuid) as sources, step ->> 'remarks' as remarks
from subsidies l cross join lateral jsonb_array_elements(l.steps) with ordinality s(step, n);
create view subsidy_payments as
select (payment ->> 'id')::uuid as id, l.id as line, l.version, (payment ->> 'at')::timestamptz as created_at,
  (payment ->> 'at')::timestamptz as updated_at, n, (payment ->> 'on')::date as "on",
  payment -> 'amount' as amount,
  array(select jsonb_array_elements_text(payment -> 'sources')::uuid) as sources, payment ->> 'remarks' as remarks
from subsidies l cross join lateral jsonb_array_elements(l.payments) with ordinality s(payment, n);
