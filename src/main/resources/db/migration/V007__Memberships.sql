create table memberships (
  id uuid constraint pk_memberships primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  cluster uuid not null constraint fk_memberships_cluster references clusters (id),
  organisation uuid not null constraint fk_memberships_organisation references organisations (id),
  -- The organisation's name, kept alike by the database itself, so that an index can serve a
  -- cluster's members in the order of their names.
  organisation_name text collate french not null,
  college uuid,
  applied_on date,
  "from" date,
  until date,
  refused_on date,
  end_reason text,
  -- What it continues, of clusters that merged, in the order given; see continuations.
  continues uuid[] not null default '{}',
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  constraint fk_memberships_organisation_name
    foreign key (organisation, organisation_name) references organisations (id, name)
    on update cascade,
  constraint fk_memberships_college
    foreign key (college, cluster) references colleges (id, cluster),
  constraint ck_memberships_applied_on check (applied_on is not null or "from" is not null),
  constraint ck_memberships_until check (until > "from"),
  constraint ck_memberships_refused_on check (refused_on is null or "from" is null),
  -- At most one membership of an organisation in a cluster on any day.
  constraint ex_memberships_overlap exclude using gist (
    cluster with =, organisation with =, daterange("from", until) with &&) where ("from" is not null)
);
-- And at most one application that is neither decided nor withdrawn.
create unique index uq_memberships_application on memberships (cluster, organisation)
  where "from" is null and refused_on is null and until is null;
create index ix_memberships_cluster on memberships (cluster, organisation_name, id)
  include ("from", until, refused_on);
create index ix_memberships_name on memberships (organisation_name, id)
  include ("from", until, refused_on);
create index ix_memberships_organisation on memberships (organisation, "from", id);
create index ix_memberships_college on memberships (college, organisation_name, id)
  where college is not null;
create index ix_memberships_updated_at on memberships (updated_at, id);
create index ix_memberships_sources on memberships using gin (sources) where sources <> '{}';
-- Looked at with 2,500,000 memberships of 500,000 organisations: without these, the database sorts or
-- reads all of them for one page.
create index ix_memberships_created_at on memberships (created_at, id);
create index ix_memberships_from on memberships (coalesce("from", 'infinity'::date), id);

-- What a membership continues, as a table: kept by a trigger, it lets the database refuse that what is continued goes.
create table continuations (
  membership uuid not null
    constraint fk_continuations_membership references memberships (id) on delete cascade,
  continued uuid not null constraint fk_continuations_continued references memberships (id),
  constraint pk_continuations primary key (membership, continued)
);
create index ix_continuations_continued on continuations (continued);
