-- What the caller had to be allowed for an answer that is kept: asked again when the request is.
alter table idempotency_keys add column asked jsonb not null default '[]';
