-- A retry gives the first answer again, with where it led.
alter table idempotency_keys add column link text;
