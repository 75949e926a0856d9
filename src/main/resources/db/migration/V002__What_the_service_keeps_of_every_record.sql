-- What the service itself must remember: keys that it made, what it has loaded.
create table settings (
  name text constraint pk_settings primary key,
  value bytea not null
);

-- The first answers to requests that may be repeated, for 24 hours.
create table idempotency_keys (
  scope bytea constraint pk_idempotency_keys primary key,
  request_hash bytea not null,
  status int not null,
  location text,
  etag text,
  link text,
  body bytea not null,
  -- what the caller had to be allowed for the answer: asked again when the request is
  asked jsonb not null default '[]',
  created_at timestamptz not null default now()
);
create index ix_idempotency_keys_created_at on idempotency_keys (created_at);

-- A transaction that wrote records, and the instant of all that it wrote: that at which it ended. The row is made with
-- its first write, for the history to refer to; the instant is set last, while every lock is still held, so of two
-- writes of one record the later never has the earlier instant.
create table commits (
  id bigint generated always as identity constraint pk_commits primary key,
  -- absent until the transaction ends
  at timestamptz
);
create index ix_commits_at on commits (at);

-- What every record looked like after each write, and who wrote it from which request. Kept by triggers in
-- the same transaction, so that no way of writing passes it by; a write that nobody has signed is refused.
create table history (
  record_id uuid not null,
  seq bigint not null generated always as identity,
  record_table text not null,
  at timestamptz not null,
  action text not null,
  by jsonb not null,
  request jsonb,
  -- all that an act wrote can be found again, to be undone
  act uuid,
  commit bigint,
  -- absent after a deletion
  row jsonb,
  constraint pk_history primary key (record_id, seq)
);
create index ix_history_act on history (act) where act is not null;
-- A reversal asks what has been written since.
create index ix_history_seq on history (seq);
