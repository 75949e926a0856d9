-- How what is committed gets its position, and how far positions go.

create or replace function numbering_lock() returns bigint
  language sql immutable parallel safe return hashtextextended('numbering', 56);

-- The numbers that positions belong to: another server has others, and so has this one once an operator says that some
-- were lost (update head set epoch = epoch + 1).
create or replace view positions as
select s.system_identifier || '-' || h.epoch as epoch, h.position,
  exists (select from feed_pending) as pending, pg_is_in_recovery() as replica
from head h cross join pg_control_system() s;

-- Numbers whatever is committed and has no position: one at a time, an act's rows together. A statement in here sees
-- what is committed when it begins, at READ COMMITTED: so the lock is taken by a statement before the one that looks,
-- and nobody numbers what another has numbered meanwhile. Acts come in the order of their last rows: of two that wrote
-- one record, the later wrote it when the earlier was over. The instant is taken after looking, so that it is later
-- than all that is numbered; and it never goes back, though the clock may. Answers how far positions go then.
create or replace function number_pending() returns setof positions language plpgsql as $$
declare
  before bigint;
begin
  if pg_is_in_recovery() then
    return query select * from positions;
    return;
  end if;
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'positions are given at read committed';
  end if;
  perform pg_advisory_xact_lock(numbering_lock());
  select position into before from head;
  with taken as (
    delete from feed_pending returning history_seq, commit),
  acts as (
    select commit, max(history_seq) as last_seq from taken group by commit),
  placed as (
    insert into feed (position, history_seq, commit)
    select before + row_number() over (order by a.last_seq, t.history_seq), t.history_seq, t.commit
    from taken t join acts a using (commit)
    returning position, commit),
  ends as (
    select commit, min(position) as first_position, max(position) as last_position from placed group by commit),
  moved as (
    update head set position = (select max(last_position) from ends), at = greatest(clock_timestamp(), at)
    where exists (select from ends)
    returning at)
  update commits c set at = m.at, first_position = e.first_position, last_position = e.last_position
  from ends e cross join moved m
  where c.id = e.commit;
  return query select * from positions;
end $$;

-- What was written while the triggers of an earlier release were in place.
insert into feed_pending (history_seq, commit)
select h.seq, h.commit from history h
where not exists (select from feed f where f.history_seq = h.seq)
  and not exists (select from feed_pending p where p.history_seq = h.seq);
