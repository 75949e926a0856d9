-- Each list can be asked for in the order in which records were entered or changed.
create index ix_figures_created_at on figures (created_at, id);
create index ix_mandates_created_at on mandates (created_at, id);
create index ix_registrations_changed on registrations (event, updated_at, id);
