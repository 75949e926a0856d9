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

-- The parties that were no more when a convention began to be told of: by its first signing or the day agreed. A later signing
-- wants two of them who are there, for others may go on among the rest.
create or replace function parties_no_more(parties uuid[], begins text, signings jsonb)
  returns table (field text, bound text, cluster uuid)
  language sql stable parallel safe
begin atomic
  with days as (
    select 'from' as field, first_day(parties_no_more.begins) as day where parties_no_more.begins is not null
    union
    select 'signings', (s ->> 'on')::date from jsonb_array_elements(parties_no_more.signings) s),
  gone as (
    select d.field, d.day, c.dissolved_on, c.id, count(*) over (partition by d.field, d.day) as n
    from days d join clusters c on c.id = any(parties_no_more.parties) and last_day(c.dissolved_on) <= d.day)
  select g.field, g.dissolved_on, g.id from gone g
  where g.day = (select min(day) from days)
    or (g.field = 'signings' and cardinality(parties_no_more.parties) - g.n < 2)
  order by g.day, g.field desc, g.id;
end;

-- Who is no more signs nothing. Parties are locked against their end until this is written; what a merger opens in the place
-- of another convention has been signed already.
create or replace function check_signed_within_life() returns trigger language plpgsql as $$
declare
  refused record;
begin
  perform from clusters c where c.id = any(new.parties) order by c.id for share;
  if tg_op = 'INSERT' then
    select * into refused from parties_no_more(new.parties, new."from", new.signings) limit 1;
  else
    -- it is told by what has changed: the parties, where the day at which they were no more has not
    select
      case
        when n.field = 'from' and new."from" is distinct from old."from"
          or n.field = 'signings' and new.signings <> old.signings then n.field
        when new.parties <> old.parties then 'parties'
        when n.field = 'from' then 'signings' else 'from' end as field, n.bound, n.cluster
    into refused from parties_no_more(new.parties, new."from", new.signings) n
    where (n.field, n.cluster) not in (
      select o.field, o.cluster from parties_no_more(old.parties, old."from", old.signings) o) limit 1;
  end if;
  if refused.field is not null then
    raise exception 'a party was no more' using errcode = '23514', constraint = 'ck_conventions_signed_within_life',
      detail = refusal(refused.field, refused.bound, refused.cluster);
  end if;
  return null;
end $$;

create or replace trigger check_signed_within_life after insert on conventions
  for each row when (new.continues is null) execute function check_signed_within_life();
create or replace trigger check_signed_within_life_changed after update on conventions
  for each row when (old.parties <> new.parties or old.signings <> new.signings or old."from" is distinct from new."from")
  execute function check_signed_within_life();
