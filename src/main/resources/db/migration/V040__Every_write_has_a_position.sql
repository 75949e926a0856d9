-- A sequence and a clock are taken when a row is written, but it is seen when its transaction ends: who asks for all
-- after the last one he saw loses what a slower transaction wrote before and committed after. So rows of the history
-- are numbered once they are committed, by one at a time (number_pending).

-- The registry's version: the last position and its instant, and how often an operator has said that positions were lost.
create table head (
  one boolean constraint pk_head primary key default true constraint ck_head_one check (one),
  position bigint not null default 0,
  at timestamptz not null default clock_timestamp(),
  epoch int not null default 1
) with (fillfactor = 10);
insert into head default values;

-- Positions have no gaps; those of one act are side by side.
create table feed (
  position bigint constraint pk_feed primary key,
  history_seq bigint not null constraint uq_feed_history_seq unique,
  commit bigint not null
);

-- What is written and has no position yet: seen by whoever numbers once it is committed.
create table feed_pending (
  history_seq bigint not null,
  commit bigint not null
);

-- The instant of an act is that of its numbering.
drop trigger if exists stamp_commit on commits;
drop function if exists stamp_commit();
drop procedure if exists await_commits();
drop function if exists commits_lock();
drop index ix_commits_at;
alter table commits
  add column first_position bigint,
  add column last_position bigint;

-- What was written up to now, in its order.
with alone as (
  select record_id, seq, at, nextval(pg_get_serial_sequence('commits', 'id')) as commit from history where commit is null),
made as (insert into commits (id, at) overriding system value select commit, at from alone)
update history h set commit = a.commit from alone a where h.record_id = a.record_id and h.seq = a.seq;
alter table history alter column commit set not null;
update commits c set at = coalesce(
  (select max(h.at) from history h where h.commit = c.id), clock_timestamp()) where c.at is null;
insert into feed (position, history_seq, commit)
select row_number() over (order by at, last_seq, seq), seq, commit
from (
  select c.at, h.seq, h.commit, max(h.seq) over (partition by h.commit) as last_seq
  from history h join commits c on c.id = h.commit) h;
update commits c set first_position = e.first_position, last_position = e.last_position
from (
  select commit, min(position) as first_position, max(position) as last_position from feed group by commit) e
where c.id = e.commit;
update head set position = coalesce((select max(position) from feed), 0),
  at = coalesce((select max(at) from commits), at);
analyze feed;
