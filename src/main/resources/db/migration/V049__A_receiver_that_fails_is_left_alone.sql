-- While a receiver takes nothing it is tried now and then, by one delivery at a time, however many wait.
alter table webhooks
  -- so many pauses it has had since it took something, each longer than the one before
  add column pauses int not null default 0,
  -- when the last of them began: what was under way by then makes no further one
  add column paused_at timestamptz,
  -- before that nothing is sent to it
  add column paused_until timestamptz;
alter table webhook_deliveries
  -- somebody wants it to be sent before all others
  add column urgent boolean not null default false;
-- what is under way is counted for each that is to be sent
create index ix_webhook_deliveries_claimed on webhook_deliveries (webhook, claimed_until)
  where status = 'WAITING' and claim is not null;
