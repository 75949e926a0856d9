-- Actions with participants in waves, and roadmaps with priorities. Leads are clusters and organisations, in the
-- order given.
create table programmes (
  id uuid constraint pk_programmes primary key,
  version bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text collate french not null,
  kind text,
  leads uuid[] not null,
  city text,
  purpose text,
  companies int constraint ck_programmes_companies check (companies >= 0),
  "from" text constraint ck_programmes_from check (is_partial_date("from")),
  until text constraint ck_programmes_until check (is_partial_date(until)),
  waves jsonb not null default '[]',
  priorities text[] not null default '{}',
  actions text[] not null default '{}',
  sources uuid[] not null default '{}',
  statements jsonb not null default '[]',
  remarks text,
  search text not null generated always as (plain(array[name])) stored
);
create index ix_programmes_name on programmes (name, id);
create index ix_programmes_created_at on programmes (created_at, id);
create index ix_programmes_updated_at on programmes (updated_at, id);
create index ix_programmes_kind on programmes (plain(kind), name, id);
create index ix_programmes_search on programmes using gin (search gin_trgm_ops);
create index ix_programmes_sources on programmes using gin (sources);
call let_cite('programmes');

-- Who leads and who takes part, so that the database itself refuses what does not exist, and that it goes.
create table programme_leads (
  programme uuid not null constraint fk_leads_programme references programmes (id) on delete cascade,
  place int not null,
  cluster uuid constraint fk_leads_cluster references clusters (id),
  organisation uuid constraint fk_leads_organisation references organisations (id),
  constraint pk_programme_leads primary key (programme, place)
);
create index ix_programme_leads_cluster on programme_leads (cluster);
create index ix_programme_leads_organisation on programme_leads (organisation);
create table programme_participants (
  programme uuid not null constraint fk_participants_programme references programmes (id) on delete cascade,
  organisation uuid not null constraint fk_participants_organisation references organisations (id),
  constraint pk_programme_participants primary key (programme, organisation)
);
create index ix_programme_participants_organisation on programme_participants (organisation);

create function lead() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from programme_leads where programme = new.id;
  end if;
  insert into programme_leads (programme, place, cluster, organisation)
  select new.id, n, c.id, case when c.id is null then lead.id end
  from unnest(new.leads) with ordinality lead(id, n) left join clusters c on c.id = lead.id;
  if tg_op = 'UPDATE' then
    delete from programme_participants where programme = new.id;
  end if;
  insert into programme_participants (programme, organisation)
  select distinct new.id, participant::uuid
  from jsonb_array_elements(new.waves) wave,
    jsonb_array_elements_text(wave -> 'participants') participant;
  return null;
end $$;
create trigger lead_inserted after insert on programmes for each row execute function lead();
create trigger lead_updated after update of leads, waves on programmes
  for each row when (old.leads <> new.leads or old.waves <> new.waves) execute function lead();
call keep_history('programmes', array['search']);

-- A programme is its leading clusters'.
create function clusters_of_programmes(record jsonb) returns uuid[] language sql stable parallel safe
  return array(
    select c.id from jsonb_array_elements_text(record -> 'leads') lead join clusters c on c.id = lead::uuid);
create function clusters_of_programme_leads(record jsonb) returns uuid[] language sql stable parallel safe
  return array(
    select l.cluster from programme_leads l
    where l.programme = (record ->> 'programme')::uuid and l.cluster is not null);
create function clusters_of_programme_participants(record jsonb) returns uuid[] language sql stable parallel safe
  return clusters_of_programme_leads(record);
