-- Clusters becoming one.
create table mergers (
  id uuid constraint pk_mergers primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  parties uuid[] not null constraint ck_mergers_parties check (cardinality(parties) >= 2),
  result uuid constraint fk_mergers_result references clusters (id),
  announced_on text constraint ck_mergers_announced_on check (is_partial_date(announced_on)),
  planned_for text constraint ck_mergers_planned_for check (is_partial_date(planned_for)),
  college_mapping jsonb not null default '[]',
  effective_on text constraint ck_mergers_effective_on check (is_partial_date(effective_on)),
  abandoned_on date,
  -- What was done with it, step by step, and the day it was planned for before the first postponement.
  steps jsonb not null default '[]',
  first_planned_for text,
  -- The act in the history that completed it.
  completion uuid,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  constraint ck_mergers_end check (effective_on is null or (abandoned_on is null and result is not null))
);
create index ix_mergers_announced_on on mergers (coalesce(announced_on collate "C", '9999'), id);
create index ix_mergers_updated_at on mergers (updated_at, id);
create index ix_mergers_result on mergers (result);
create index ix_mergers_sources on mergers using gin (sources);
call let_cite('mergers');

-- Who takes part, so that the database itself refuses a cluster that does not exist.
create table merger_parties (
  merger uuid not null constraint fk_parties_merger references mergers (id) on delete cascade,
  cluster uuid not null constraint fk_parties_cluster references clusters (id),
  constraint pk_merger_parties primary key (merger, cluster)
);
create index ix_merger_parties_cluster on merger_parties (cluster);
create function take_part() returns trigger language plpgsql as $$
begin
  delete from merger_parties where merger = new.id and cluster <> all(new.parties);
  insert into merger_parties (merger, cluster) select new.id, unnest(new.parties)
  on conflict do nothing;
  return null;
end $$;
create trigger take_part after insert or update of parties on mergers
  for each row execute function take_part();

-- What a party's general assembly decides.
create table ballots (
  id uuid constraint pk_ballots primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  merger uuid not null constraint fk_ballots_merger references mergers (id),
  party uuid not null constraint fk_ballots_party references clusters (id),
  assembly jsonb not null,
  subjects text[] not null default '{}',
  entitled int,
  quorum int,
  votes_for int,
  votes_against int,
  abstentions int,
  decision text,
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  assembly_on date generated always as (first_day(assembly ->> 'on')) stored,
  constraint fk_ballots_parties foreign key (merger, party) references merger_parties (merger, cluster)
);
create index ix_ballots_merger on ballots (merger, party, assembly_on);
create index ix_ballots_updated_at on ballots (updated_at, id);
create index ix_ballots_sources on ballots using gin (sources);
call let_cite('ballots');

-- The decision of a party's counting ballot on a day: that of its latest assembly by then.
create function counting_decision(merger uuid, party uuid, day date) returns text
  language sql stable parallel safe
  return (
    select coalesce(b.decision, 'PENDING') from ballots b
    where b.merger = counting_decision.merger and b.party = counting_decision.party
      and b.assembly_on <= counting_decision.day
    order by b.assembly_on desc, b.created_at desc, b.id desc limit 1);

create function merger_status(
    merger uuid, parties uuid[], effective_on text, abandoned_on date, day date) returns text
  language sql stable parallel safe
  return case
    when first_day(effective_on) <= day then 'EFFECTIVE'
    when abandoned_on <= day then 'ABANDONED'
    when exists (select from unnest(parties) p
                 where counting_decision(merger, p, day) = 'REJECTED') then 'REJECTED'
    when not exists (select from unnest(parties) p
                     where counting_decision(merger, p, day) is distinct from 'ADOPTED') then 'APPROVED'
    else 'ANNOUNCED'
  end;

-- What a membership or an office continues, of a cluster that merged. The array is the record's; the table,
-- kept by the trigger, lets the database refuse that what is continued goes.
alter table memberships add column continues uuid[] not null default '{}';
create table continuations (
  membership uuid not null
    constraint fk_continuations_membership references memberships (id) on delete cascade,
  continued uuid not null constraint fk_continuations_continued references memberships (id),
  constraint pk_continuations primary key (membership, continued)
);
create index ix_continuations_continued on continuations (continued);
create function continue_memberships() returns trigger language plpgsql as $$
begin
  delete from continuations where membership = new.id;
  insert into continuations (membership, continued) select new.id, unnest(new.continues);
  return null;
end $$;
create trigger continue_inserted after insert on memberships
  for each row when (new.continues <> '{}') execute function continue_memberships();
create trigger continue_updated after update of continues on memberships
  for each row when (old.continues <> new.continues) execute function continue_memberships();
alter table offices add column continues uuid constraint fk_offices_continues references offices (id);

-- The earliest day since when, without a gap, an organisation has belonged to a cluster or to those that it
-- came from.
create function member_since(membership uuid, since date) returns date
  language sql stable parallel safe
begin atomic
  with recursive line(id, since) as (
    select member_since.membership, member_since.since
    union
    select p.id, p."from"
    from line join continuations k on k.membership = line.id join memberships p on p.id = k.continued
    where p."from" is not null and coalesce(p.until, 'infinity') >= line.since)
  select min(since) from line;
end;

-- An id as the service makes them (RFC 9562, version 7).
create function fresh_id() returns uuid language sql volatile parallel safe
  return encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
    from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;

-- All that an act wrote can be found again, to be undone.
alter table history add column act uuid;
create index ix_history_act on history (act) where act is not null;
create or replace function remember() returns trigger language plpgsql as $$
declare
  act jsonb := nullif(current_setting('grappe.act', true), '')::jsonb;
  snapshot jsonb;
begin
  if act is null then
    raise exception 'unsigned write' using errcode = '42501';
  end if;
  if tg_op <> 'DELETE' then
    snapshot := jsonb_strip_nulls(to_jsonb(new)) - tg_argv;
    -- a member's name is its organisation's: it changes there
    if tg_op = 'UPDATE' then
      if snapshot - 'organisation_name'
          = jsonb_strip_nulls(to_jsonb(old)) - tg_argv - 'organisation_name' then
        return null;
      end if;
    end if;
  end if;
  insert into history (record_id, record_table, at, action, by, request, act, row)
  values (
    case when tg_op = 'DELETE' then old.id else new.id end,
    tg_table_name,
    case when tg_op = 'DELETE' then (act ->> 'at')::timestamptz else new.updated_at end,
    coalesce(act ->> 'action',
      case tg_op when 'INSERT' then 'CREATED' when 'UPDATE' then 'CHANGED' else 'DELETED' end),
    act -> 'by', act -> 'request', (act ->> 'act')::uuid, snapshot);
  return null;
end $$;
call keep_history('mergers', array['search']);
call keep_history('ballots', array['search']);

create or replace function clusters_of(record_table text, record jsonb) returns uuid[]
  language sql immutable parallel safe
  return case record_table
    when 'clusters' then array[(record ->> 'id')::uuid]
    when 'figures' then array_remove(
      array[(record -> 'subject' ->> 'cluster')::uuid]
        || array(select jsonb_array_elements_text(record -> 'subject' -> 'clusters')::uuid), null)
    when 'mergers' then array(select jsonb_array_elements_text(record -> 'parties')::uuid)
    when 'ballots' then array[(record ->> 'party')::uuid]
    else array_remove(array[(record ->> 'cluster')::uuid], null)
  end;

-- What has become one with a cluster by mergers in effect on a day: all that came before and after, at any
-- depth.
create function family_of(cluster uuid, day date) returns setof uuid
  language sql stable strict parallel safe
begin atomic
  with recursive family(id) as (
    select family_of.cluster
    union
    select next.id from family f cross join lateral (
      select c.id from clusters c
      where c.followed_by = f.id and first_day(c.followed_on) <= family_of.day
      union all
      select c.followed_by from clusters c
      where c.id = f.id and c.followed_by is not null and first_day(c.followed_on) <= family_of.day) next)
  select id from family;
end;

-- A cluster that became part of another has ended.
alter table clusters add constraint ck_clusters_dissolved_on_merger
  check (followed_by is null or (followed_by <> id and dissolved_on is not null and followed_on is not null));

-- Puts back what an act wrote: what it made goes, what it changed is as it was before, as new versions. The
-- tables are told in the order in which they can be put back; others stay as they are.
create procedure undo(undone uuid, now timestamptz, tables text[]) language plpgsql as $$
declare
  t text;
  columns text;
begin
  foreach t in array tables loop
    execute format(
      'delete from %I where id in (
         select record_id from history where act = $1 and record_table = %L and action = ''CREATED'')',
      t, t) using undone;
  end loop;
  foreach t in array tables loop
    columns := (
      select string_agg(format('%1$I = n.%1$I', attname), ', ') from pg_attribute
      where attrelid = t::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and attname not in ('id', 'version', 'created_at', 'updated_at', 'organisation_name'));
    execute format(
      'update %1$I x set %2$s, version = x.version + 1, updated_at = $2
       from (select record_id, min(seq) as seq from history
             where act = $1 and record_table = %3$L and action = ''CHANGED'' group by record_id) h
       cross join lateral (
         select b.row from history b where b.record_id = h.record_id and b.seq < h.seq
         order by b.seq desc limit 1) before
       cross join lateral jsonb_populate_record(null::%1$I, before.row) n
       where x.id = h.record_id', t, columns, t) using undone, now;
  end loop;
end $$;
