-- What a line is from a day on until before another: any day of any line is one row, found by an index whatever day is
-- asked for. Written by triggers, so that it cannot differ from steps and payments.
create table subsidy_spans (
  line uuid not null constraint fk_spans_line references subsidy_lines (id) on delete cascade,
  since date not null,
  until date not null,
  status text,
  amount numeric,
  reported numeric,
  announced numeric,
  budgeted numeric,
  voted numeric,
  agreed numeric,
  paid numeric not null,
  assigned uuid,
  constraint pk_subsidy_spans primary key (line, since)
);
create index ix_subsidy_spans_amount_ascending on subsidy_spans (coalesce(amount, 'Infinity'::numeric), line);
create index ix_subsidy_spans_amount_descending on subsidy_spans (coalesce(amount, '-Infinity'::numeric) desc, line);
create index ix_subsidy_spans_status on subsidy_spans (status);

-- It was kept for the time when all is settled alone. The repeatable files make anew what fills the parts.
drop trigger if exists sync_subsidy_parts_added on subsidy_lines;
drop trigger if exists sync_subsidy_parts_changed on subsidy_lines;
drop function if exists sync_subsidy_parts();
drop function if exists parts_of_line(subsidy_lines);
alter table subsidy_lines drop column settled;
drop function settled_status(subsidy_settled);
drop function subsidy_settled(jsonb, jsonb);
drop type subsidy_settled;
