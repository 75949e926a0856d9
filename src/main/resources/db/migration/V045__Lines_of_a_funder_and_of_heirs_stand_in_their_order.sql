-- What a funder has a part in tells when its line was entered, as a span does, so that an index has the first lines of it:
-- one may have a part in a tenth of all. So have those that were assigned to a cluster that another became part of.
alter table subsidy_funders add column created_at timestamptz;
update subsidy_funders f set created_at = l.created_at from subsidy_lines l where l.id = f.line;
alter table subsidy_funders alter column created_at set not null;
create index ix_subsidy_funders_of_organisation on subsidy_funders (organisation, created_at desc, line)
  where organisation is not null;
create index ix_subsidy_funders_of_cluster on subsidy_funders (cluster, created_at desc, line) where cluster is not null;
create index ix_subsidy_spans_of_heirs on subsidy_spans (created_at desc, line) where assigned is not null;
drop index ix_subsidy_spans_assigned;
create index ix_subsidy_spans_assigned on subsidy_spans (assigned, created_at desc, line) where assigned is not null;
-- Where few have been assigned to, a plan would take those of all for as good as those of one.
alter table subsidy_spans alter column assigned set (n_distinct = 100);
analyze subsidy_spans (assigned);
