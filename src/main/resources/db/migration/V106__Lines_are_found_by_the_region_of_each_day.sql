-- In which region a line is found stands with what it is from day to day: one that was assigned to another cluster is in
-- that cluster's region from then on, and was looked for among all that were assigned. With the status as well, for some
-- have few of a region's lines.
delete from derivations where derived = 'subsidy_lines' and part = 'found_in';
drop trigger if exists keep_found_in on subsidy_lines;
drop function if exists keep_found_in_of_lines();
drop trigger if exists sync_found_in_of_subsidy_lines on clusters;
drop trigger if exists sync_found_in_of_subsidy_lines on organisations;
alter table subsidy_spans add column found_in text;
update subsidy_spans s set found_in = x.region
from (
  select p.line, p.until, coalesce(l.sector_region, c.region, o.region) as region
  from subsidy_spans p join subsidy_lines l on l.id = p.line
  left join clusters c on c.id = coalesce(p.assigned, l.cluster) and c.periods = '[]'
  left join organisations o on o.id = l.organisation and o.periods = '[]') x
where s.line = x.line and s.until = x.until and x.region is not null;
alter table subsidy_lines drop column found_in;
create index ix_subsidy_spans_found_in on subsidy_spans (found_in, created_at desc, line) where found_in is not null;
create index ix_subsidy_spans_found_in_by_status on subsidy_spans (found_in, status, created_at desc, line)
  where found_in is not null;
drop index ix_subsidy_spans_of_heirs;
analyze subsidy_spans (found_in);
