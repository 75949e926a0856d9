-- What a line is from day to day does not overlap, so the day on which each of them ends tells them apart. With both days in
-- the index the planner thinks that it is looked through once for each day of the registry (PostgreSQL 18 reckons a
-- range before another as a skip), and with half a million lines it read them all rather than the fifty of a page.
alter table subsidy_spans drop constraint pk_subsidy_spans;
alter table subsidy_spans add constraint pk_subsidy_spans primary key (line, until);
