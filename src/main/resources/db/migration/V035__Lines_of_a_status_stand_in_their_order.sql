-- A span tells when its line was entered, so that an index has the lines of a status in the order of the list. Of a day
-- it is one row of an index: days asked for are late ones, so it is looked for among those that end after the day.
alter table subsidy_spans add column created_at timestamptz;
update subsidy_spans s set created_at = l.created_at from subsidy_lines l where l.id = s.line;
alter table subsidy_spans alter column created_at set not null;
drop index ix_subsidy_spans_status;
create index ix_subsidy_spans_status on subsidy_spans (status, created_at desc, line);
alter table subsidy_spans drop constraint pk_subsidy_spans;
alter table subsidy_spans add constraint pk_subsidy_spans primary key (line, until, since);
create index ix_subsidy_spans_assigned on subsidy_spans (assigned) where assigned is not null;
