-- The names of labels, for those who ask for one without regard to case and accents.
create function plain_labels(labels jsonb) returns text[]
  language sql immutable parallel safe
  return array(select plain(label ->> 'name') from jsonb_array_elements(labels) label);

create index ix_organisations_labels on organisations using gin (plain_labels(labels)) where labels <> '[]';
create index ix_colleges_name on colleges (name, id);
create index ix_colleges_created_at on colleges (created_at, id);
create index ix_subsidy_lines_strategy on subsidy_lines (plain(strategy), created_at desc, id) where strategy is not null;

-- What cites a source is asked for table by table: one source may be cited by all lines of a file and by one cluster.
create index ix_citations_source_of_table on citations (source_id, record_table, record_id);
drop index ix_citations_source;
