-- How what is committed gets its position, and how far positions go.

create or replace function numbering_lock() returns bigint
  language sql immutable parallel safe return hashtextextended('numbering', 56);

-- The numbers that positions belong to: another server has others, and so has this one once an operator says that some
-- were lost (update head set epoch = epoch + 1).
create or replace view positions as
select s.system_identifier || '-' || h.epoch as epoch, h.position,
  exists (select from feed_pending) as pending, pg_is_in_recovery() as replica,
  -- how often something was taken out, which histories alone may tell
  (select count(*) from erasures) as withdrawals,
  -- another where answers may be others though the position is not: days of series came in sight, or the database came
  -- up again, and what had no position on the disk yet got another one; and where no answer of before may be kept at all,
  -- for a name was taken out
  h.derived || ' ' || c.checkpoint_lsn || ' ' || (select count(*) from erasures) as life
from head h cross join pg_control_system() s cross join pg_control_checkpoint() c;

-- How far positions went by an instant. They have no gaps, and instants grow with them: it is looked for by halves.
create or replace function position_by(instant timestamptz) returns bigint language plpgsql stable parallel safe as $$
declare
  low bigint := 0;
  high bigint := (select max(position) from feed);
  middle bigint;
begin
  while low < high loop
    middle := (low + high + 1) / 2;
    if (select c.at <= instant from feed f join commits c on c.id = f.commit where f.position = middle) then
      low := middle;
    else
      high := middle - 1;
    end if;
  end loop;
  return low;
end $$;

-- Numbers whatever is committed and has no position: one at a time, an act's rows together. A statement in here sees
-- what is committed when it begins, at READ COMMITTED: so the lock is taken by a statement before the one that looks,
-- and nobody numbers what another has numbered meanwhile. Acts come in the order of their last rows: of two that wrote
-- one record, the later wrote it when the earlier was over. The instant is taken after looking, so that it is later
-- than all that is numbered; and it never goes back, though the clock may. Answers how far positions go then.
drop function if exists number_pending();
create or replace function number_pending() returns setof head language plpgsql as $$
declare
  before bigint;
  rows bigint[];
  act bigint;
  acts bigint[];
  firsts bigint[];
  lasts bigint[];
  instant timestamptz;
begin
  if pg_is_in_recovery() then
    return query select * from head;
    return;
  end if;
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'positions are given at read committed';
  end if;
  perform pg_advisory_xact_lock(numbering_lock());
  -- what was written is on the disk already; should the database crash before its positions are, it gets others
  set local synchronous_commit = off;
  with taken as (delete from feed_pending returning history_seq, commit)
  select array_agg(history_seq), array_agg(commit), min(commit) into rows, acts, act from taken;
  if rows is null then
    return query select * from head;
    return;
  end if;
  select position into before from head;
  if act = all(acts) then
    -- the usual case, by what costs least
    if cardinality(rows) = 1 then
      insert into feed (position, history_seq, commit) values (before + 1, rows[1], act);
    else
      insert into feed (position, history_seq, commit)
      select before + n, seq, act
      from unnest(array(select unnest(rows) order by 1)) with ordinality r(seq, n);
    end if;
    acts := array[act];
    firsts := array[before + 1];
    lasts := array[before + cardinality(rows)];
  else
    with taken as (
      select seq, commit, max(seq) over (partition by commit) as last_seq from unnest(rows, acts) t(seq, commit)),
    placed as (
      insert into feed (position, history_seq, commit)
      select before + row_number() over (order by last_seq, seq), seq, commit from taken
      returning position, commit),
    ends as (
      select commit, min(position) as first, max(position) as last from placed group by commit)
    select array_agg(commit), array_agg(first), array_agg(last) into acts, firsts, lasts from ends;
  end if;
  update head set position = before + cardinality(rows), at = greatest(clock_timestamp(), at) returning at into instant;
  if cardinality(acts) = 1 then
    update commits set at = instant, first_position = firsts[1], last_position = lasts[1] where id = acts[1];
  else
    update commits c set at = instant, first_position = e.first, last_position = e.last
    from unnest(acts, firsts, lasts) e(commit, first, last)
    where c.id = e.commit;
  end if;
  return query select * from head;
end $$;

-- By this a row is known again that has the same position: it has another after something was lost and written anew.
create or replace function fingerprint(history_seq bigint, at timestamptz) returns bigint
  language sql stable parallel safe
  return hashint8extended(history_seq, (extract(epoch from at) * 1000000)::bigint);

create or replace function fingerprint_at("position" bigint) returns bigint
  language sql stable parallel safe
  return coalesce((
    select fingerprint(f.history_seq, c.at) from feed f join commits c on c.id = f.commit
    where f.position = fingerprint_at.position), 0);

-- Has all that is numbered on the disk, where a crash does not take it any more: a commit that is waited for brings all
-- before it there. Whoever tells anybody a position does this first.
create or replace function flush_positions() returns pg_lsn language sql volatile
  return case when not pg_is_in_recovery() then pg_logical_emit_message(true, 'positions', '') end;

-- What was written while the triggers of an earlier release were in place.
insert into feed_pending (history_seq, commit)
select h.seq, h.commit from history h
where not exists (select from feed f where f.history_seq = h.seq)
  and not exists (select from feed_pending p where p.history_seq = h.seq);
