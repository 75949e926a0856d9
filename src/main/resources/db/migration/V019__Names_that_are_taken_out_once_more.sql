-- Whose names are taken out again, for files were on their way when it was done; they are kept no longer than these.
create table repeated_erasures (
  id uuid constraint pk_repeated_erasures primary key,
  person text not null,
  cluster uuid constraint fk_repeated_erasures_cluster references clusters (id) on delete cascade,
  at timestamptz not null
);
create index ix_repeated_erasures_cluster on repeated_erasures (cluster);
