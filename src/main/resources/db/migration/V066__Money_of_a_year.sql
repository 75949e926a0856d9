-- The years in which a line has a step or a payment, and for each span the year of the line's first dated step and
-- those of the steps that give its figures: null where all are that year, as they are with a single step.
create function subsidy_years(steps jsonb, payments jsonb) returns int[]
  language sql immutable parallel safe
  return array(
    select distinct left(x.one ->> 'on', 4)::int as year
    from jsonb_array_elements(steps || payments) x(one) where x.one ? 'on' order by 1);

alter table subsidy_lines add column years int[] generated always as (subsidy_years(steps, payments)) stored;
create index ix_subsidy_lines_years on subsidy_lines using gin (years);

alter table subsidy_spans add column year int;
alter table subsidy_spans add column years int[];
-- The repeatable files fill them anew.
truncate subsidy_spans, subsidy_parts;
