-- What refers to a cluster is found by the second word of the constraint: ballots of divisions have a name of their own.
alter table division_results rename constraint fk_division_results_cluster to fk_parts_cluster;

-- Lines that were assigned are counted anew: a step that assigns one does not move its money to another year.
delete from subsidy_spans s using subsidy_lines l where l.id = s.line and l.assigned_to is not null;
delete from subsidy_parts p using subsidy_lines l where l.id = p.line and l.assigned_to is not null;
