set local statement_timeout = 0;

-- Without one, a deletion reads the whole table that might refer to what is deleted, under the locks that it
-- already holds. A test keeps it so for every foreign key that is to come.
create index ix_regions_successor on regions (successor) where successor is not null;
create index ix_mandates_college on mandates (college) where college is not null;
create index ix_offices_continues on offices (continues) where continues is not null;
create index ix_figures_of_region on figures (of_region) where of_region is not null;
create index ix_figures_of_cluster on figures (of_cluster) where of_cluster is not null;
create index ix_figures_compared_to_region on figures (compared_to_region) where compared_to_region is not null;
create index ix_figures_compared_to_cluster on figures (compared_to_cluster)
  where compared_to_cluster is not null;
create index ix_erasures_cluster on erasures (cluster) where cluster is not null;
create index ix_ballots_party on ballots (party);
