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

-- Organisations may come after the lines that name them, where a transaction asks for it: a long file enters those
-- that nobody knew last, so that whoever enters the same one waits for a moment, not for the whole file.
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
  -- Lines that came in the open-data format keep the line as it stood in the file, the whole grant's amount, and what
  -- they are known again by. The file's line is part of the history and of what an erasure reads; the rest is derived.
  imported_line text,
  imported_amount numeric,
  imported_key uuid constraint uq_subsidies_imported_key unique,
  -- Hashes of all that a line is known by but one: those who share one are alike. There is no index on them: they
  -- come in no order, and keeping four million in one takes longer than comparing those of the same beneficiaries.
  imported_alike bigint[],
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  search text not null generated always as (plain(array[purpose])) stored,
  cluster uuid generated always as ((beneficiary ->> 'cluster')::uuid) stored
    constraint fk_subsidies_cluster references clusters (id),
  programme uuid generated always as ((beneficiary ->> 'programme')::uuid) stored
    constraint fk_subsidies_programme references programmes (id),
  organisation uuid generated always as ((beneficiary ->> 'organisation')::uuid) stored
    constraint fk_subsidies_organisation references organisations (id) deferrable,
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
  organisation uuid constraint fk_funders_organisation references organisations (id) deferrable,
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
