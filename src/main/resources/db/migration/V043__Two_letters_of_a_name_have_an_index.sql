-- Trigrams find three letters and more. A search for two walked through all names in their order, also where few have them.
create function letter_pairs(name text) returns text[]
  language sql immutable parallel safe
  return array(select substr(name, n, 2) from generate_series(1, length(name) - 1) n);

create index ix_organisations_letter_pairs on organisations using gin (letter_pairs(search));
create index ix_events_letter_pairs on events using gin (letter_pairs(search));
create index ix_subsidy_lines_letter_pairs on subsidy_lines using gin (letter_pairs(search));
create index ix_mandates_letter_pairs on mandates using gin (letter_pairs(search));
create index ix_sources_letter_pairs on sources using gin (letter_pairs(search));
-- so that plans know how many names have which
analyze organisations, events, subsidy_lines, mandates, sources;
