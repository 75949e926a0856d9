set local statement_timeout = 0;

-- A transaction that wrote records, and the instant of all that it wrote: that at which it ended. The row is made with
-- its first write, for the history to refer to; the instant is set last, while every lock is still held, so of two
-- writes of one record the later never has the earlier instant.
create table commits (
  id bigint generated always as identity constraint pk_commits primary key,
  -- absent until the transaction ends
  at timestamptz
);
create index ix_commits_at on commits (at);

-- From here to its end a transaction has an instant and is not seen yet. Whoever asks how the registry stood at an
-- instant that is past lets those pass first (settle_commits): then all that has this instant or an earlier one is seen.
create function commits_lock() returns bigint language sql immutable parallel safe return hashtextextended('commits', 56);
create function settle_commit() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(commits_lock());
  -- a clock that was set back must not tell what came later as earlier
  update commits set at = greatest(clock_timestamp(), (select max(at) from commits)) where id = new.id;
  return null;
end $$;
create constraint trigger settle_commit after insert on commits deferrable initially deferred
  for each row execute function settle_commit();
create procedure settle_commits() language plpgsql as $$
begin
  perform pg_advisory_xact_lock(commits_lock());
end $$;

-- What was written before has no row there: its "at" is its instant. What one request wrote at many gets the last of them.
alter table history add column commit bigint;
with instants as (
  select coalesce(act::text, request ->> 'id') as act, max(at) as at from history
  where act is not null or request ? 'id' group by 1 having min(at) < max(at))
update history h set at = i.at from instants i
where coalesce(h.act::text, h.request ->> 'id') = i.act and h.at < i.at;

-- As in V012, and with the transaction.
create or replace function remember() returns trigger language plpgsql as $$
declare
  act jsonb := nullif(current_setting('grappe.act', true), '')::jsonb;
  written_in bigint := nullif(current_setting('grappe.commit', true), '')::bigint;
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
  if written_in is null then
    insert into commits default values returning id into written_in;
    perform set_config('grappe.commit', written_in::text, true);
  end if;
  insert into history (record_id, record_table, at, action, by, request, act, commit, row)
  values (
    case when tg_op = 'DELETE' then old.id else new.id end,
    tg_table_name,
    case when tg_op = 'DELETE' then (act ->> 'at')::timestamptz else new.updated_at end,
    coalesce(act ->> 'action',
      case tg_op when 'INSERT' then 'CREATED' when 'UPDATE' then 'CHANGED' else 'DELETED' end),
    act -> 'by', act -> 'request', (act ->> 'act')::uuid, written_in, snapshot);
  return null;
end $$;

create or replace view record_history as
select lpad(to_hex(h.seq), 32, '0')::uuid as id, h.record_id, coalesce(c.at, h.at) as at, h.action, h.by, h.request,
  changes_between(h.record_table, lag(h.row) over (partition by h.record_id order by h.seq), h.row) as changes,
  coalesce(c.at, h.at) as created_at, coalesce(c.at, h.at) as updated_at, 0::bigint as version
from history h left join commits c on c.id = h.commit;
