-- What the clashes of an event are found among, and rare kinds in the order of their list.
drop index ix_events_city;
create index ix_events_city on events (plain(city), host_cluster, first_on);
create index ix_figures_metric on figures (metric, as_of collate "C" desc, id);
create index ix_figures_qualifier on figures (qualifier, as_of collate "C" desc, id);
create index ix_mandates_role on mandates (role, "from" collate "C", id);
