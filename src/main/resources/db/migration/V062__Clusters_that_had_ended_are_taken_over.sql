-- A merger of this kind is a takeover: its parties but the result had ended before.
alter table mergers
  add column kind text not null default 'MERGER' constraint ck_mergers_kind check (kind in ('MERGER', 'TAKEOVER')),
  add constraint ck_mergers_takeover check (kind <> 'TAKEOVER' or result is null or result = any(parties));
