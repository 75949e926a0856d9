call keep_citations('conventions');
call keep_history('conventions', array['search']);

create or replace function clusters_of_conventions(record jsonb) returns uuid[] language sql immutable parallel safe
  return array(select jsonb_array_elements_text(record -> 'parties')::uuid);

create or replace function sync_convention_parties() returns trigger language plpgsql as $$
begin
  delete from convention_parties where convention = new.id and cluster <> all(new.parties);
  insert into convention_parties (convention, cluster) select new.id, unnest(new.parties)
  on conflict do nothing;
  return null;
end $$;

create or replace trigger sync_convention_parties after insert or update of parties on conventions
  for each row execute function sync_convention_parties();

-- What a convention is on a day: in force from the day agreed or, failing that, from its first signing.
create or replace function convention_status(signed_on text, begins_on text, until text, day date) returns text
  language sql immutable parallel safe
  return case
    when last_day(until) <= day then 'ENDED'
    when first_day(begins_on) <= day then 'IN_FORCE'
    when first_day(signed_on) <= day then 'SIGNED'
    else 'DRAFTED'
  end;

call follow_from_records('convention_parties',
  'select c.id as convention, u.cluster from conventions c cross join lateral unnest(c.parties) u(cluster)');
