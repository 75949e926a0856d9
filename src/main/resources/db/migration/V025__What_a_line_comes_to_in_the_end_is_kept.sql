-- What a line is once all that is known of it has begun: from that day on nothing has to be worked out, and most days
-- that are asked for are such. It is kept with the line, so that it cannot differ from its steps and payments.
create type subsidy_settled as (
  -- the last day on which anything changes
  since date,
  paid numeric,
  state subsidy_state
);

create function subsidy_settled(steps jsonb, payments jsonb) returns subsidy_settled
  language sql immutable parallel safe
  return row(
    greatest(
      (select coalesce(max(first_day(step ->> 'on')), '-infinity') from jsonb_array_elements(steps) step),
      (select max(first_day(payment ->> 'on')) from jsonb_array_elements(payments) payment)),
    (select coalesce(sum((payment -> 'amount' ->> 'amount')::numeric), 0.00) from jsonb_array_elements(payments) payment),
    subsidy_state(steps, 'infinity'::date))::subsidy_settled;

create function settled_status(settled subsidy_settled) returns text
  language sql immutable parallel safe
  return case
    when ((settled).state).status <> 'CANCELLED' and (settled).paid > 0 and (settled).paid >= ((settled).state).due then 'PAID'
    else ((settled).state).status
  end;

alter table subsidy_lines add column settled subsidy_settled generated always as (subsidy_settled(steps, payments)) stored;
create index ix_subsidy_lines_status on subsidy_lines (settled_status(settled), created_at desc, id);
create index ix_subsidy_lines_settled on subsidy_lines (((settled).since));

-- The same by its parts, one for each funding and one for what no funding tells of: a part's figures are worked out to the
-- cent from all of them, which took longer than to add up. Whether a part is the first of its line, of its origin, of its
-- funder, tells in how many lines a group has a part.
create table subsidy_parts (
  line uuid not null constraint fk_parts_line references subsidy_lines (id) on delete cascade,
  n int not null,
  origin text not null,
  funder uuid,
  -- whether its share isn't known
  untold boolean not null,
  reported numeric,
  announced numeric,
  budgeted numeric,
  voted numeric,
  agreed numeric,
  paid numeric,
  first boolean not null,
  first_of_origin boolean not null,
  first_of_funder boolean not null,
  first_of_both boolean not null,
  constraint pk_subsidy_parts primary key (line, n)
);
