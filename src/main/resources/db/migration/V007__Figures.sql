-- What a figure is about is kept as it was written (one of region with sector, cluster, clusters);
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
  of_region text generated always as (of ->> 'region') stored
    constraint fk_figures_of_region references regions (code),
  of_cluster uuid generated always as ((of ->> 'cluster')::uuid) stored
    constraint fk_figures_of_cluster references clusters (id),
  compared_to_region text generated always as (compared_to ->> 'region') stored
    constraint fk_figures_compared_to_region references regions (code),
  compared_to_cluster uuid generated always as ((compared_to ->> 'cluster')::uuid) stored
    constraint fk_figures_compared_to_cluster references clusters (id)
);
create index ix_figures_as_of on figures (as_of collate "C" desc, id);
create index ix_figures_updated_at on figures (updated_at, id);
create index ix_figures_subject_region on figures (subject_region);
create index ix_figures_subject_cluster on figures (subject_cluster);
create index ix_figures_sources on figures using gin (sources);
call let_cite('figures');

-- The clusters that a figure counts together.
create table figure_clusters (
  figure uuid not null constraint fk_figure_clusters_figure references figures (id) on delete cascade,
  cluster uuid not null constraint fk_figure_clusters_cluster references clusters (id),
  ordinal int not null,
  constraint pk_figure_clusters primary key (figure, cluster)
);
create index ix_figure_clusters_cluster on figure_clusters (cluster);

create function count_clusters_together() returns trigger language plpgsql as $$
begin
  delete from figure_clusters where figure = new.id;
  insert into figure_clusters (figure, cluster, ordinal)
  select new.id, id::uuid, ordinal
  from jsonb_array_elements_text(new.subject -> 'clusters') with ordinality together(id, ordinal);
  return null;
end $$;
create trigger count_clusters_together after insert or update of subject on figures
  for each row when (new.subject ? 'clusters') execute function count_clusters_together();
