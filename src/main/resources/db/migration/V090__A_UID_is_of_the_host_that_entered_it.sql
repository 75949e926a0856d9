set local statement_timeout = 0;

-- The host for which an event was entered, a cluster or an organisation; empty where there was none. It stays when the
-- event changes host, and in what it is called in calendars nobody else stands in its way.
alter table events add column entered_for text collate "C";
alter table events disable trigger user;
update events set entered_for = coalesce(
  former_hosts -> 0 ->> 'cluster', host ->> 'cluster', host ->> 'organisation', '');
alter table events enable trigger user;
create function keep_entered_for() returns trigger language plpgsql as $$
begin
  new.entered_for := case tg_op
    when 'INSERT' then coalesce(new.host ->> 'cluster', new.host ->> 'organisation', '')
    else old.entered_for end;
  return new;
end $$;
create trigger keep_entered_for before insert or update of entered_for on events
  for each row execute function keep_entered_for();
alter table events alter column entered_for set not null;
alter table events drop constraint uq_events_uid;
alter table events add constraint uq_events_uid unique (uid, entered_for);

-- It follows from the first entry, and is no field: as in V073.
drop trigger remember on events;
drop trigger remember_added on events;
create trigger remember after update or delete on events for each row execute function remember('search', 'entered_for');
create trigger remember_added after insert on events referencing new table as added
  for each statement execute function remember_added('search', 'entered_for');
