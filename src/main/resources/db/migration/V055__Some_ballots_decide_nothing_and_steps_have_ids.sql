-- A vote on the principle, or on other subjects, is kept and does not count; an assembly may be an event of the registry.
alter table ballots
  add column on_merger boolean not null default true,
  add column event uuid constraint fk_ballots_event references events (id);
create index ix_ballots_event on ballots (event) where event is not null;

-- Each step of a merger is known by an id. Those that are there get theirs without a trace: nothing of them changes.
alter table mergers disable trigger user;
update mergers g set steps = (
  select jsonb_agg(step || jsonb_build_object('id', gen_random_uuid()) order by n)
  from jsonb_array_elements(g.steps) with ordinality s(step, n))
where g.steps <> '[]';
alter table mergers enable trigger user;
