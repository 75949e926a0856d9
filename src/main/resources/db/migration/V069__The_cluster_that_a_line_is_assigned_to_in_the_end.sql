-- The cluster that a line is assigned to in the end, as its steps tell it.
alter table subsidy_lines add column assigned_to uuid generated always as (
  case when steps @? '$[*].assignedTo' then (subsidy_state(steps, 'infinity'::date)).assigned end) stored;
