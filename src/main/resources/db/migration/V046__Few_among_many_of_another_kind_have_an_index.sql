-- Events without a region of their own are in that of their host, and a cluster's were found in the order of the list; those
-- of organisations, which are few, were looked for among all.
create index ix_events_of_organisations on events (coalesce(begins collate "C", '9999'), id)
  where region is null and host_cluster is null;
create index ix_events_of_organisations_descending on events (coalesce(begins collate "C", '') desc, id)
  where region is null and host_cluster is null;
create index ix_events_of_organisations_called on events (called, id) where region is null and host_cluster is null;
-- What is forecast or a goal is little of all figures.
create index ix_figures_nature on figures (nature, as_of collate "C" desc, id);
-- Mandates in clusters, which are few beside those in organisations.
create index ix_mandates_of_clusters on mandates ("from" collate "C", id) where cluster is not null;
