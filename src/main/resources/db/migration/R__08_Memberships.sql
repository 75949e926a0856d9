call keep_citations('memberships');
call keep_history('memberships', array['search'], array['organisation_name']);

create or replace function readers_of_memberships(record jsonb) returns uuid[] language sql immutable parallel safe
  return case when record ->> 'from' is null then array[(record ->> 'cluster')::uuid] end;

create or replace function membership_status("from" date, until date, refused_on date, day date) returns text
  language sql immutable parallel safe
  return case
    when refused_on <= day then 'REFUSED'
    when until <= day then 'ENDED'
    when "from" <= day then 'ACTIVE'
    else 'APPLIED'
  end;

-- Of an organisation that has periods its name is another from day to day, and is not copied.
create or replace function copy_organisation_name() returns trigger language plpgsql as $$
begin
  select case when periods = '[]' then name end into new.organisation_name
  from organisations where id = new.organisation;
  if not found then
    raise exception 'no such organisation' using
      errcode = '23503', constraint = 'fk_memberships_organisation', detail = 'is not present';
  end if;
  return new;
end $$;

create or replace trigger copy_organisation_name before insert or update of organisation on memberships
  for each row execute function copy_organisation_name();

create or replace function sync_organisation_name() returns trigger language plpgsql as $$
begin
  update memberships set organisation_name = case when new.periods = '[]' then new.name end
  where organisation = new.id;
  return null;
end $$;

create or replace trigger sync_organisation_name after update of periods on organisations
  for each row when ((old.periods = '[]') <> (new.periods = '[]')) execute function sync_organisation_name();

-- What an organisation is called on a day.
create or replace function organisation_called(organisation uuid, day date) returns text
  language sql stable parallel safe
  return (select on_day(o.name, o.periods, 'name', day) from organisations o where o.id = organisation);

-- Whether a membership's days lie within its cluster's life.
create or replace function within_life(
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
create or replace function check_membership_within_life() returns trigger language plpgsql as $$
declare
  c record;
begin
  select announced_on, founded_on, dissolved_on into c from clusters where id = new.cluster for share;
  if not within_life(new.applied_on, new."from", new.until,
                     c.announced_on, c.founded_on, c.dissolved_on) then
    raise exception 'outside the life of the cluster' using errcode = '23514', constraint = 'ck_memberships_within_life',
      detail = case
        when not within_life(new.applied_on, new."from", new.until, c.announced_on, c.founded_on, null)
          then refusal('from', first_day(c.founded_on)::text, null)
        else refusal(case
            when coalesce(new."from", new.applied_on) < last_day(c.dissolved_on) then 'until'
            when new."from" is null then 'appliedOn' else 'from' end, last_day(c.dissolved_on)::text, null) end;
  end if;
  return new;
end $$;

create or replace trigger check_membership_within_life
  before insert or update of cluster, applied_on, "from", until on memberships
  for each row execute function check_membership_within_life();

-- The same of all its memberships, of which there may be many thousands: only those that would lie outside are looked for,
-- by the index that keeps their periods apart, and those that have not begun.
create or replace function check_members_within_life() returns trigger language plpgsql as $$
declare
  founded date := first_day(new.founded_on);
  dissolved date := last_day(new.dissolved_on);
begin
  if (founded is null and new.announced_on is not null and exists (
        select from memberships m where m.cluster = new.id and m."from" is not null))
    or (founded is not null and exists (
        select from memberships m where m.cluster = new.id and m."from" is not null
        and daterange(m."from", m.until) && daterange(null, founded)))
    or (dissolved is not null and exists (
        select from memberships m where m.cluster = new.id and m."from" is not null
        and daterange(m."from", m.until) && daterange(dissolved, null)))
    or exists (
        select from memberships m where m.cluster = new.id and m."from" is null and m.refused_on is null
        and not within_life(m.applied_on, null, m.until, new.announced_on, new.founded_on, new.dissolved_on)) then
    raise exception 'memberships outside the life of the cluster' using
      errcode = '23514', constraint = 'ck_memberships_within_life', detail = (
        select case
          when dissolved is not null and coalesce(m.until > dissolved, m."from" is not null or m.applied_on >= dissolved) then refusal('dissolvedOn',
            coalesce(m.until, case when coalesce(m."from", m.applied_on) >= dissolved
              then coalesce(m."from", m.applied_on) end)::text, m.id)
          else refusal(case when founded is null then 'announcedOn' else 'foundedOn' end, m."from"::text, m.id) end
        from memberships m
        where m.cluster = new.id and m.refused_on is null
          and not within_life(m.applied_on, m."from", m.until, new.announced_on, new.founded_on, new.dissolved_on)
        order by coalesce(m."from", m.applied_on), m.id limit 1);
  end if;
  return new;
end $$;

create or replace trigger check_members_within_life
  after update of announced_on, founded_on, dissolved_on on clusters
  for each row when (old.announced_on is distinct from new.announced_on
    or old.founded_on is distinct from new.founded_on
    or old.dissolved_on is distinct from new.dissolved_on)
  execute function check_members_within_life();

-- Who has become another organisation is no member from that day on, and has applied to nobody. After the foreign key was
-- looked at, which waits for who is about to write that it has: so of two at once the second sees the first.
create or replace function check_membership_of_followed() returns trigger language plpgsql as $$
declare
  ended date := (
    select first_day(o.followed_on) from organisations o where o.id = new.organisation and o.followed_by is not null);
begin
  if ended is not null and new.refused_on is null and (new.until is null
      or (new."from" is not null and (new."from" >= ended or new.until > ended))) then
    raise exception 'a member that has become another' using errcode = '23514', constraint = 'ck_memberships_followed',
      detail = refusal(case when new."from" is null then 'appliedOn' when new."from" >= ended then 'from' else 'until' end,
        ended::text, null);
  end if;
  return null;
end $$;

create or replace trigger check_membership_of_followed
  after insert or update of organisation, "from", until, refused_on on memberships
  for each row execute function check_membership_of_followed();

create or replace function sync_continuations() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from continuations where membership = new.id;
  end if;
  insert into continuations (membership, continued) select new.id, unnest(new.continues);
  return null;
end $$;

create or replace trigger sync_continuations_added after insert on memberships
  for each row when (new.continues <> '{}') execute function sync_continuations();

create or replace trigger sync_continuations_changed after update of continues on memberships
  for each row when (old.continues <> new.continues) execute function sync_continuations();

-- Nobody takes one of those that continue each other alone to another organisation or cluster, nor makes it an application;
-- who writes that one continues another holds that meanwhile. An application passes on with who succeeds who applied.
create or replace function check_membership_linked() returns trigger language plpgsql as $$
begin
  if old.continues && new.continues or exists (select from continuations k where k.continued = new.id) then
    raise exception 'memberships that continue each other' using errcode = '23514',
      constraint = 'ck_memberships_linked';
  end if;
  return null;
end $$;

create or replace trigger check_membership_linked after update of organisation, cluster, "from" on memberships
  for each row when (case when new."from" is null then old."from" is not null
    else old.organisation <> new.organisation or old.cluster <> new.cluster end)
  execute function check_membership_linked();

-- One that continues another holds on the day on which that passed to it; an act moves both. Who moves that day waits.
create or replace function check_membership_holds() returns trigger language plpgsql as $$
declare
  acting uuid := nullif(current_setting('grappe.act', true), '')::jsonb ->> 'act';
begin
  if acting is not null then
    return null;
  end if;
  perform from memberships p where p.id = any(new.continues) for share;
  if exists (
      select from memberships p
      where p.id = any(old.continues) and p.id = any(new.continues) and p.end_reason in ('MERGED', 'DIVIDED', 'SUCCEEDED')
        and daterange(old."from", old.until) @> p.until and not daterange(new."from", new.until) @> p.until) then
    raise exception 'what it continues passed to it on a day on which it does not hold' using errcode = '23514',
      constraint = 'ck_memberships_linked';
  end if;
  return null;
end $$;

create or replace trigger check_membership_holds after update of "from", until on memberships
  for each row when (new.continues <> '{}' and new."from" is not null
    and (new."from" > old."from" or coalesce(new.until, 'infinity') < coalesce(old.until, 'infinity')))
  execute function check_membership_holds();

-- The earliest day since when, without a gap, an organisation has belonged to a cluster or to those that it
-- came from.
create or replace function member_since(membership uuid, since date) returns date
  language sql stable parallel safe
begin atomic
  -- each step looks up the few that one continues, by their ids, in the past as now
  with recursive line(continues, since) as (
    select m.continues, member_since.since from memberships m where m.id = member_since.membership
    union
    select p.continues, p."from"
    from line cross join lateral (
      select m.continues, m."from" from memberships m
      where m.id = any(line.continues) and m."from" is not null and coalesce(m.until, 'infinity') >= line.since
      offset 0) p)
  select min(since) from line;
end;

-- Why it ended, its cluster alone tells.
drop function if exists private_columns_of_memberships();
create or replace function told_of_memberships(record jsonb, own boolean, partner boolean) returns jsonb
  language sql immutable parallel safe
  return case when own then record else record - 'end_reason' end;

create or replace trigger keep_updated_at before update on memberships for each row
  when (old.end_reason is distinct from new.end_reason) execute function keep_updated_at();

-- Partners read applications.
create or replace function partners_read_memberships() returns boolean language sql immutable parallel safe
  return true;

call follow_from_record('memberships', 'organisation_name',
  'select case when o.periods = ''[]'' then o.name end from organisations o where o.id = r.organisation',
  'organisation', 'organisations');
call follow_from_records('continuations',
  'select m.id as membership, u.continued from memberships m cross join lateral unnest(m.continues) u(continued)');
