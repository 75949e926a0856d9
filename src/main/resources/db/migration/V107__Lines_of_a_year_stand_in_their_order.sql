-- A year has a tenth of all lines, of which a page is the first fifty: they were all read and sorted.
create table subsidy_years (
  line uuid not null references subsidy_lines on delete cascade,
  year int not null,
  created_at timestamptz not null,
  constraint pk_subsidy_years primary key (line, year)
);
insert into subsidy_years (line, year, created_at)
select l.id, y.year, l.created_at from subsidy_lines l cross join lateral unnest(l.years) y(year);
create index ix_subsidy_years_year on subsidy_years (year, created_at desc, line);
analyze subsidy_years;
