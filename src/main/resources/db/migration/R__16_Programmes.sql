call keep_citations('programmes');
call keep_history('programmes', array['search']);

-- A programme is its leading clusters'.
create or replace function clusters_of_programmes(record jsonb) returns uuid[] language sql stable parallel safe
  return array(
    select c.id from jsonb_array_elements_text(record -> 'leads') lead join clusters c on c.id = lead::uuid);

create or replace function clusters_of_programme_leads(record jsonb) returns uuid[] language sql stable parallel safe
  return array(
    select l.cluster from programme_leads l
    where l.programme = (record ->> 'programme')::uuid and l.cluster is not null);

create or replace function clusters_of_programme_participants(record jsonb) returns uuid[] language sql stable parallel safe
  return clusters_of_programme_leads(record);

create or replace function sync_programme_leads() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from programme_leads where programme = new.id;
  end if;
  insert into programme_leads (programme, place, cluster, organisation)
  select new.id, n, c.id, case when c.id is null then lead.id end
  from unnest(new.leads) with ordinality lead(id, n) left join clusters c on c.id = lead.id;
  return null;
end $$;
create or replace trigger sync_programme_leads_added after insert on programmes
  for each row execute function sync_programme_leads();
create or replace trigger sync_programme_leads_changed after update of leads on programmes
  for each row when (old.leads <> new.leads) execute function sync_programme_leads();

create or replace function sync_programme_participants() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from programme_participants where programme = new.id;
  end if;
  insert into programme_participants (programme, organisation)
  select distinct new.id, participant::uuid
  from jsonb_array_elements(new.waves) wave,
    jsonb_array_elements_text(wave -> 'participants') participant;
  return null;
end $$;
create or replace trigger sync_programme_participants_added after insert on programmes
  for each row execute function sync_programme_participants();
create or replace trigger sync_programme_participants_changed after update of waves on programmes
  for each row when (old.waves <> new.waves) execute function sync_programme_participants();

call follow_from_records('programme_leads',
  'select p.id as programme, lead.n as place, c.id as cluster, case when c.id is null then lead.id end as organisation
   from programmes p cross join lateral unnest(p.leads) with ordinality lead(id, n) left join clusters c on c.id = lead.id');
call follow_from_records('programme_participants',
  'select distinct p.id as programme, participant::uuid as organisation
   from programmes p cross join lateral jsonb_array_elements(p.waves) wave
   cross join lateral jsonb_array_elements_text(wave -> ''participants'') participant');
