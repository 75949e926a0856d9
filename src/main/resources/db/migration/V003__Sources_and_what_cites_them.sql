create table sources (
  id uuid constraint pk_sources primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  publisher text not null,
  kind text not null,
  title text collate french not null,
  author text,
  published_on text constraint ck_sources_published_on check (is_partial_date(published_on)),
  url text,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  search text not null generated always as (plain(array[title, publisher, author])) stored
);
create index ix_sources_title on sources (title, id);
create index ix_sources_updated_at on sources (updated_at, id);
create index ix_sources_published_on on sources (coalesce(published_on collate "C", '') desc, id);
create index ix_sources_search on sources using gin (search gin_trgm_ops);
create index ix_sources_sources on sources using gin (sources);

-- Which record cites which source. Records keep the ids in an array, in the order given; this table,
-- kept by triggers, is what lets the database itself refuse a source that does not exist
-- and the deletion of one that is cited.
create table citations (
  source_id uuid not null constraint fk_citations_source references sources (id),
  record_id uuid not null,
  record_table text not null,
  constraint pk_citations primary key (record_id, source_id)
);
create index ix_citations_source on citations (source_id);
