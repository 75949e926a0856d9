-- Files too long for one answer: who sent them, how far they are, what became of them. What is told of an import's
-- state is derived: it is cancelled once that was asked, for then it cannot end well any more (see "succeed"), and
-- it has failed once nobody has been at it for a while, for the service that was has stopped.
create table imports (
  id uuid constraint pk_imports primary key,
  created_at timestamptz not null,
  -- what the file is about
  kind text not null default 'SUBSIDIES',
  author text not null,
  dry_run boolean not null,
  partial boolean not null,
  bytes bigint not null,
  lines bigint not null default 0,
  made bigint not null default 0,
  left_out bigint not null default 0,
  started_at timestamptz,
  seen_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  cancelled_at timestamptz,
  report jsonb,
  -- the type of what stood against it
  problem text,
  -- that in the words of the one who sent it, known only while the file is taken up
  detail text
);
create index ix_imports_created_at on imports (created_at);

-- What the imports under way write about (a beneficiary, a cluster), so that two that touch the same come one after
-- the other, and others side by side: who is second waits at the unique key until the first has committed. Rows, for
-- a million advisory locks have no room in the server's memory. All that an import claims goes in one statement, in
-- order, and leaves again in the same transaction, so that nothing is ever seen here.
create unlogged table import_claims (
  thing text collate "C" constraint pk_import_claims primary key
);
