-- Who wants to be sent what changes: a credential, which its webhooks go with. They are no records of the registry: they
-- have no history, and the feed does not tell of them.
create table webhooks (
  id uuid constraint pk_webhooks primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  address text not null,
  types text[] not null default '{}',
  clusters uuid[] not null default '{}',
  description text,
  -- whose it is, as the caller's key says; of an API key its id, of another credential what tells it from its successor
  owner text not null,
  credential uuid constraint fk_webhooks_credential references credentials (id) on delete cascade,
  mark_hash text not null,
  -- each owner has so many: the first, the second and so on
  slot int not null constraint ck_webhooks_slot check (slot > 0),
  -- to sign with it, it has to be known: no hash
  secret bytea not null constraint ck_webhooks_secret check (length(secret) between 24 and 64),
  previous_secret bytea,
  previous_secret_until timestamptz,
  status text not null default 'PENDING'
    constraint ck_webhooks_status check (status in ('PENDING', 'ACTIVE', 'SUSPENDED', 'ENDED')),
  end_reason text,
  ended_at timestamptz,
  failing_since timestamptz,
  -- behind this place in the feed nothing is queued yet
  epoch text not null,
  position bigint not null,
  fingerprint bigint not null,
  constraint uq_webhooks_slot unique (owner, slot),
  constraint ck_webhooks_end_reason check (
    (status = 'ENDED') = (end_reason is not null) and (status = 'ENDED') = (ended_at is not null)),
  constraint ck_webhooks_previous_secret check ((previous_secret is null) = (previous_secret_until is null))
);
create index ix_webhooks_credential on webhooks (credential);

-- What is to be sent, and what was: ids and places, no contents, which are read anew for each attempt.
create table webhook_deliveries (
  id uuid constraint pk_webhook_deliveries primary key,
  webhook uuid not null
    constraint fk_webhook_deliveries_webhook references webhooks (id) on delete cascade,
  seq bigint not null generated always as identity,
  kind text not null constraint ck_webhook_deliveries_kind check (kind in ('CHANGE', 'CHALLENGE', 'CURSOR_GONE')),
  -- of a change: its place in the feed and its record
  epoch text,
  position bigint,
  cursor text,
  type text,
  record uuid,
  status text not null default 'WAITING'
    constraint ck_webhook_deliveries_status check (status in ('WAITING', 'DELIVERED', 'FAILED')),
  created_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null default clock_timestamp(),
  first_attempt_at timestamptz,
  last_attempt_at timestamptz,
  ended_at timestamptz,
  attempts int not null default 0,
  error text,
  status_code int,
  -- who is sending it, and until when nobody else does
  claim uuid,
  claimed_until timestamptz,
  constraint ck_webhook_deliveries_change check ((kind = 'CHANGE') = (position is not null and record is not null)),
  constraint uq_webhook_deliveries_position unique (webhook, epoch, position)
);
create index ix_webhook_deliveries_waiting on webhook_deliveries (webhook, seq) where status = 'WAITING';
create index ix_webhook_deliveries_record on webhook_deliveries (webhook, record, seq) where status = 'WAITING';
create index ix_webhook_deliveries_created_at on webhook_deliveries (webhook, created_at, id);
create index ix_webhook_deliveries_ended_at on webhook_deliveries (ended_at) where status <> 'WAITING';
