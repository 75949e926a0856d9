-- Each order of a list has an index in which its page stands together: looked at with 2,500,000 memberships, 500,000 subsidy
-- lines and 100,000 events, for which the database sorted all of them. What descends and is unknown comes last, too.
create index ix_memberships_from_descending on memberships (coalesce("from", '-infinity'::date) desc, id);
create index ix_memberships_refused on memberships (organisation_name, id) where refused_on is not null;
create index ix_mandates_person_ascending on mandates (coalesce(person, U&'\FFFF'), id);
create index ix_mandates_person_descending on mandates (coalesce(person, '') desc, id);
create index ix_events_called on events (called, id);
create index ix_events_begins_descending on events (coalesce(begins collate "C", '') desc, id);
create index ix_events_edition on events (coalesce(edition::numeric, 'Infinity'::numeric), id);
create index ix_events_edition_descending on events (coalesce(edition::numeric, '-Infinity'::numeric) desc, id);
create index ix_figures_value on figures (value, id);
create index ix_figures_value_descending on figures (value desc, id);
create index ix_figures_as_of_ascending on figures (as_of collate "C", id);
create index ix_subsidy_lines_fiscal_year_ascending on subsidy_lines
  (coalesce(fiscal_year, 'Infinity'::numeric), id);
create index ix_subsidy_lines_fiscal_year_descending on subsidy_lines
  (coalesce(fiscal_year, '-Infinity'::numeric) desc, id);
drop index ix_subsidy_lines_programme;
create index ix_subsidy_lines_programme on subsidy_lines (programme, created_at desc, id) where programme is not null;
