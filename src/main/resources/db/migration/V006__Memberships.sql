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
call let_cite('memberships');

create function membership_status("from" date, until date, refused_on date, day date) returns text
  language sql immutable parallel safe
  return case
    when refused_on <= day then 'REFUSED'
    when until <= day then 'ENDED'
    when "from" <= day then 'ACTIVE'
    else 'APPLIED'
  end;

create function name_member() returns trigger language plpgsql as $$
begin
  new.organisation_name := (select name from organisations where id = new.organisation);
  if new.organisation_name is null then
    raise exception 'no such organisation' using
      errcode = '23503', constraint = 'fk_memberships_organisation', detail = 'is not present';
  end if;
  return new;
end $$;
create trigger name_member before insert or update of organisation on memberships
  for each row execute function name_member();

-- Whether a membership's days lie within its cluster's life.
create function within_life(
    m_applied date, m_from date, m_until date, announced text, founded text, dissolved text)
    returns boolean
  language sql immutable parallel safe
  return
    (m_from is null or founded is not null or announced is null)
    and (m_from is null or founded is null or m_from >= first_day(founded))
    and (dissolved is null
         or (coalesce(m_from, m_applied) < last_day(dissolved)
             and coalesce(m_until <= last_day(dissolved), m_from is null)));

-- The cluster is locked against changes of its days until the membership is written.
create function keep_within_life() returns trigger language plpgsql as $$
declare
  c record;
begin
  select announced_on, founded_on, dissolved_on into c from clusters where id = new.cluster for share;
  if not within_life(new.applied_on, new."from", new.until,
                     c.announced_on, c.founded_on, c.dissolved_on) then
    raise exception 'outside the life of the cluster' using
      errcode = '23514', constraint = 'ck_memberships_within_life';
  end if;
  return new;
end $$;
create trigger keep_within_life
  before insert or update of cluster, applied_on, "from", until on memberships
  for each row execute function keep_within_life();

create function keep_members_within_life() returns trigger language plpgsql as $$
begin
  if exists (
      select from memberships m where m.cluster = new.id and m.refused_on is null
      and not within_life(m.applied_on, m."from", m.until,
                          new.announced_on, new.founded_on, new.dissolved_on)) then
    raise exception 'memberships outside the life of the cluster' using
      errcode = '23514', constraint = 'ck_memberships_within_life';
  end if;
  return new;
end $$;
create trigger keep_members_within_life
  after update of announced_on, founded_on, dissolved_on on clusters
  for each row when (old.announced_on is distinct from new.announced_on
    or old.founded_on is distinct from new.founded_on
    or old.dissolved_on is distinct from new.dissolved_on)
  execute function keep_members_within_life();
