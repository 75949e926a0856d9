-- An organisation that another absorbed, or that became another: which, from which day and how.
alter table organisations
  add column followed_by uuid constraint fk_organisations_followed_by references organisations (id),
  add column followed_on text constraint ck_organisations_followed_on check (is_partial_date(followed_on)),
  add column followed_as text
    constraint ck_organisations_followed_as check (followed_as in ('ABSORBED', 'CONVERTED')),
  add constraint ck_organisations_followed check (
    num_nonnulls(followed_by, followed_on, followed_as) in (0, 3) and followed_by is distinct from id);
create index ix_organisations_followed_by on organisations (followed_by) where followed_by is not null;
create index ix_history_organisations_followed on history (((row ->> 'followed_by')::uuid))
  where record_table = 'organisations';
