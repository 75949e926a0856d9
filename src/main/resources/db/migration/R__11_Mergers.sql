call keep_citations('mergers', 'steps');
call keep_history('mergers', array['search']);

call keep_citations('ballots');
call keep_history('ballots', array['search']);

create or replace function clusters_of_mergers(record jsonb) returns uuid[] language sql immutable parallel safe
  return array(select jsonb_array_elements_text(record -> 'parties')::uuid);

create or replace function clusters_of_ballots(record jsonb) returns uuid[] language sql immutable parallel safe
  return array[(record ->> 'party')::uuid];

create or replace function sync_merger_parties() returns trigger language plpgsql as $$
begin
  delete from merger_parties where merger = new.id and cluster <> all(new.parties);
  insert into merger_parties (merger, cluster) select new.id, unnest(new.parties)
  on conflict do nothing;
  return null;
end $$;

create or replace trigger sync_merger_parties after insert or update of parties on mergers
  for each row execute function sync_merger_parties();

-- The decision of a party's counting ballot on a day: that of its latest assembly by then.
create or replace function counting_decision(merger uuid, party uuid, day date) returns text
  language sql stable parallel safe
  return (
    select coalesce(b.decision, 'PENDING') from ballots b
    where b.merger = counting_decision.merger and b.party = counting_decision.party
      and b.assembly_on <= counting_decision.day
    order by b.assembly_on desc, b.created_at desc, b.id desc limit 1);

create or replace function merger_status(
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

-- A merger has no name; it is called by its parties, as they were called on a day.
drop function if exists merger_name(uuid[]);
create or replace function merger_name(parties uuid[], day date) returns text
  language sql stable parallel safe
  return (
    select string_agg(on_day(c.name, c.periods, 'name', day), ' + ' order by n)
    from unnest(parties) with ordinality party(id, n) join clusters c on c.id = party.id);

create or replace function path_of_ballots(record jsonb) returns text language sql immutable parallel safe
  return '/mergers/' || (record ->> 'merger') || '/ballots/' || (record ->> 'id');

-- What comes of a merger is concerned by it, too.
create or replace function followers_of_mergers(record jsonb) returns uuid[] language sql immutable parallel safe
  return array_remove(array[(record ->> 'result')::uuid], null);

call follow_from_records('merger_parties', 'select m.id as merger, unnest(m.parties) as cluster from mergers m');
