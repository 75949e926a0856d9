-- What a figure is about is kept as it was written (one of region with sector, cluster, clusters, event, merger);
-- the generated columns let the database check and find it.
create table figures (
  id uuid constraint pk_figures primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  subject jsonb not null,
  of jsonb,
  compared_to jsonb,
  metric text not null,
  value numeric not null,
  unit text,
  as_of text not null constraint ck_figures_as_of check (is_partial_date(as_of)),
  qualifier text not null,
  nature text not null,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  subject_region text generated always as (subject ->> 'region') stored
    constraint fk_figures_subject_region references regions (code),
  subject_cluster uuid generated always as ((subject ->> 'cluster')::uuid) stored
    constraint fk_figures_subject_cluster references clusters (id),
  subject_event uuid generated always as ((subject ->> 'event')::uuid) stored
    constraint fk_figures_subject_event references events (id),
  subject_merger uuid generated always as ((subject ->> 'merger')::uuid) stored
    constraint fk_figures_subject_merger references mergers (id),
  of_region text generated always as (of ->> 'region') stored
    constraint fk_figures_of_region references regions (code),
  of_cluster uuid generated always as ((of ->> 'cluster')::uuid) stored
    constraint fk_figures_of_cluster references clusters (id),
  of_event uuid generated always as ((of ->> 'event')::uuid) stored
    constraint fk_figures_of_event references events (id),
  of_merger uuid generated always as ((of ->> 'merger')::uuid) stored
    constraint fk_figures_of_merger references mergers (id),
  compared_to_region text generated always as (compared_to ->> 'region') stored
    constraint fk_figures_compared_to_region references regions (code),
  compared_to_cluster uuid generated always as ((compared_to ->> 'cluster')::uuid) stored
    constraint fk_figures_compared_to_cluster references clusters (id),
  compared_to_event uuid generated always as ((compared_to ->> 'event')::uuid) stored
    constraint fk_figures_compared_to_event references events (id),
  compared_to_merger uuid generated always as ((compared_to ->> 'merger')::uuid) stored
    constraint fk_figures_compared_to_merger references mergers (id)
);
create index ix_figures_as_of on figures (as_of collate "C" desc, id);
create index ix_figures_updated_at on figures (updated_at, id);
create index ix_figures_subject_region on figures (subject_region);
create index ix_figures_subject_cluster on figures (subject_cluster);
create index ix_figures_sources on figures using gin (sources);
create index ix_figures_subject_event on figures (subject_event) where subject_event is not null;
create index ix_figures_subject_merger on figures (subject_merger) where subject_merger is not null;
create index ix_figures_of_region on figures (of_region) where of_region is not null;
create index ix_figures_of_cluster on figures (of_cluster) where of_cluster is not null;
create index ix_figures_of_event on figures (of_event) where of_event is not null;
create index ix_figures_of_merger on figures (of_merger) where of_merger is not null;
create index ix_figures_compared_to_region on figures (compared_to_region) where compared_to_region is not null;
create index ix_figures_compared_to_cluster on figures (compared_to_cluster) where compared_to_cluster is not null;
create index ix_figures_compared_to_event on figures (compared_to_event) where compared_to_event is not null;
create index ix_figures_compared_to_merger on figures (compared_to_merger) where compared_to_merger is not null;

-- The clusters that a figure counts together.
create table figure_clusters (
  figure uuid not null constraint fk_figure_clusters_figure references figures (id) on delete cascade,
  cluster uuid not null constraint fk_figure_clusters_cluster references clusters (id),
  ordinal int not null,
  constraint pk_figure_clusters primary key (figure, cluster)
);
create index ix_figure_clusters_cluster on figure_clusters (cluster);
