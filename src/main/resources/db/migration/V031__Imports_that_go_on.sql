-- Files too long for one answer: who sent them, how far they are, what became of them. What is told of an import's
-- state is derived: it is cancelled once that was asked, for then it cannot end well any more (see "succeed"), and
-- it has failed once nobody has been at it for a while, for the service that was has stopped.
create table imports (
  id uuid constraint pk_imports primary key,
  created_at timestamptz not null,
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
  problem text
);
create index ix_imports_created_at on imports (created_at);

create function import_status(i imports) returns text language sql stable parallel safe
  return case
    when i.ended_at is not null and i.problem is null then 'COMPLETED'
    when i.cancelled_at is not null then 'CANCELLED'
    when i.problem = 'import-refused' then 'REFUSED'
    when i.problem is not null or i.seen_at < clock_timestamp() - interval '15 seconds' then 'FAILED'
    when i.started_at is null then 'WAITING'
    else 'RUNNING'
  end;
