-- As all that is in a list can be asked for since an instant.
alter table webhook_deliveries add column updated_at timestamptz not null
  generated always as (greatest(created_at, first_attempt_at, last_attempt_at, ended_at)) stored;
