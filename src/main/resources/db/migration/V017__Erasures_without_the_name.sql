-- That a person's name was taken out (art. 17 GDPR): when, by whom, and how much; never the name.
create table erasures (
  id uuid constraint pk_erasures primary key,
  at timestamptz not null,
  by jsonb not null,
  cluster uuid constraint fk_erasures_cluster references clusters (id) on delete set null,
  report jsonb not null
);
create index ix_erasures_cluster on erasures (cluster) where cluster is not null;
