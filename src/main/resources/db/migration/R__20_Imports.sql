create or replace function import_status(i imports) returns text language sql volatile parallel safe
  return case
    when i.ended_at is not null and i.problem is null then 'COMPLETED'
    when i.cancelled_at is not null then 'CANCELLED'
    when i.problem = 'import-refused' then 'REFUSED'
    when i.problem is not null or i.seen_at < clock_timestamp() - interval '15 seconds' then 'FAILED'
    when i.started_at is null then 'WAITING'
    else 'RUNNING'
  end;
