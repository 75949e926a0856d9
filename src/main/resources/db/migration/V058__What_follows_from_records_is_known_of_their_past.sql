-- What follows from records, as a query over them: so it can be told as it followed from what was known at an instant.
-- A table may have several parts; a column that a record's history leaves out is a part of its table.
create table derivations (
  derived text not null,
  part text not null default '',
  query text not null,
  constraint pk_derivations primary key (derived, part)
);

-- The days of a recurring event follow from its rule, but not within the database. In which commit one came; absent for
-- those that were only looked further ahead for, and for those from before this column.
alter table event_days add column added_in bigint default nullif(current_setting('grappe.commit', true), '')::bigint;

-- Days that an event had.
create table former_event_days (
  event uuid not null,
  date date not null,
  starts_on date not null,
  ends_on date not null,
  added_in bigint,
  removed_in bigint not null
);
create index ix_former_event_days_event on former_event_days (event);

-- A record tells when it was written; that stands for the end of the act that wrote it.
create index ix_history_at on history using brin (at) with (pages_per_range = 16, autosummarize = on);
