-- The keys by which callers are known. A key itself is nowhere: only its SHA-256, which is enough for a text
-- of 256 random bits.
create table credentials (
  id uuid constraint pk_credentials primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text collate french not null,
  role text not null,
  clusters uuid[] not null default '{}',
  expires_at timestamptz,
  secret_hash bytea not null constraint uq_credentials_secret_hash unique,
  search text not null generated always as (plain(array[name])) stored
);
create index ix_credentials_name on credentials (name, id);
create index ix_credentials_updated_at on credentials (updated_at, id);

-- The clusters that a key may edit, so that the database itself refuses one that does not exist.
create table edited_clusters (
  credential uuid not null
    constraint fk_edited_credential references credentials (id) on delete cascade,
  cluster uuid not null constraint fk_edited_clusters references clusters (id),
  constraint pk_edited_clusters primary key (credential, cluster)
);
create index ix_edited_clusters_cluster on edited_clusters (cluster);

-- When a key was last used, to the minute: no part of the record, and no change of it.
create table credential_uses (
  credential uuid constraint pk_credential_uses primary key
    constraint fk_credential_uses_credential references credentials (id) on delete cascade,
  last_used_at timestamptz not null
);
