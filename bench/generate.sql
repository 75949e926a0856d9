-- Fills a migrated, empty registry with a made-up one, the same at every run:
--
--   psql -v scale=1 -f generate.sql
--
-- scale 1 is 200 clusters with three colleges each, 50,000 organisations and 250,000 memberships;
-- scale 10 and 100 are ten and a hundred times that. Nothing in it means anyone.
\set ON_ERROR_STOP on
\timing on
\if :{?scale} \else \set scale 1 \endif
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set work_mem = '128MB';
-- Who writes: the registry takes nothing that nobody has signed.
set grappe.act = '{"at": "2020-01-01T00:00:00Z", "by": {"kind": "SERVICE", "name": "generator"}}';

-- What the generator and the load need to know; no part of the registry.
create schema bench;
grant usage on schema bench to public;

-- A number from 0 to below n that looks random and is the same every time.
create function bench.pick(i bigint, salt bigint, n bigint) returns bigint
  language sql immutable parallel safe
  return (hashint8extended(i, salt) & 9223372036854775807) % n;

-- As a service gives them: the time to the millisecond, then what looks random (RFC 9562, version 7).
create function bench.id(i bigint, salt bigint, made timestamptz) returns uuid
  language sql immutable parallel safe
  return (lpad(to_hex((extract(epoch from made) * 1000)::bigint), 12, '0') || '7'
    || overlay(substr(md5(salt || ':' || i), 1, 19)
               placing substr('89ab', bench.pick(i, salt, 4)::int + 1, 1) from 4 for 1))::uuid;

create function bench.made(i bigint, rate interval) returns timestamptz
  language sql immutable parallel safe
  return timestamptz '2020-01-01 00:00:00Z' + i * rate;

create table bench.sizes as
  select 200 * :scale as clusters, 50000 * :scale as organisations, 250000 * :scale as memberships,
    50 * :scale as sources;

create table bench.words (first text[], second text[], town text[], region text[], given text[], family text[]);
insert into bench.words values (
  '{Aéro,Agri,Algo,Alti,Aqua,Arbo,Astro,Atelier,Atlas,Azur,Bio,Bleu,Boréal,Cap,Céleste,Chêne,Ciel,Clair,Code,Cobalt,Compas,Cyber,Data,Delta,Digi,Dyna,Éco,Écla,Électro,Éner,Équi,Étoile,Euro,Fabri,Ferro,Fibre,Flux,Forge,Gaïa,Géo,Hélio,Horizon,Hydro,Indigo,Info,Inno,Iris,Jade,Kéa,Lab,Ligne,Logi,Lumi,Luna,Maté,Méca,Médi,Méta,Micro,Mobi,Nano,Néo,Nexo,Nord,Nova,Octo,Œuvre,Oméga,Opti,Orbi,Oxy,Paléo,Péri,Phare,Pixel,Poly,Prisme,Proto,Quartz,Radio,Réseau,Robo,Saphir,Scène,Sémio,Silex,Solaris,Sono,Sphère,Strato,Sud,Syn,Techno,Terra,Théta,Tri,Ultra,Urba,Vecto,Vélo,Verti,Vigie,Visio,Vita,Zénith}',
  '{Analytique,Archi,Bois,Capteurs,Cité,Conseil,Création,Data,Design,Domotique,Drones,Édition,Énergie,Équipements,Études,Formation,Groupe,Habitat,Image,Industries,Ingénierie,Jeux,Laboratoire,Logiciels,Logistique,Marine,Média,Mobilité,Numérique,Optique,Paiement,Partenaires,Photonique,Plast,Procédés,Recherche,Réseaux,Robotique,Santé,Sécurité,Services,Signal,Solutions,Son,Studio,Systèmes,Technologies,Télécom,Textile,Transports,Usinage,Vision}',
  '{Agen,Albi,Alès,Amiens,Angers,Annecy,Auch,Bayonne,Besançon,Béziers,Bordeaux,Brest,Caen,Cahors,Castres,Cherbourg,Clermont-Ferrand,Colmar,Dijon,Dunkerque,Foix,Grenoble,La Rochelle,Labège,Laval,Le Havre,Le Mans,Lille,Limoges,Lorient,Lyon,Mende,Metz,Montauban,Montpellier,Mulhouse,Nancy,Nantes,Narbonne,Nîmes,Niort,Orléans,Pau,Perpignan,Poitiers,Quimper,Reims,Rennes,Rodez,Rouen,Saint-Étienne,Sète,Strasbourg,Tarbes,Toulouse,Tours,Troyes,Valence,Vannes,Villeurbanne}',
  '{76,76,76,84,84,75,75,44,32,28,27,53,52,24,11,93,91,73,82,83}',
  '{Adèle,Agathe,Alain,Alice,André,Anne,Aurore,Benoît,Camille,Cécile,Chloé,Claude,Denis,Élise,Émile,Éric,Fanny,Félix,Gaëlle,Hélène,Hugo,Inès,Jean,Jeanne,Jules,Karim,Léa,Louis,Lucie,Manon,Marc,Marie,Naïm,Noé,Paul,Pierre,Rose,Sacha,Théo,Yves}',
  '{Abadie,Arnal,Bastide,Bonnet,Bosc,Cabrol,Calvet,Castan,Cazals,Combes,Costes,Delmas,Durand,Estève,Fabre,Faure,Ferrand,Galy,Garrigues,Gineste,Lacaze,Lacombe,Laurens,Marty,Maurel,Mazet,Molinier,Pagès,Pons,Pujol,Ramond,Rey,Rouquette,Roux,Salles,Serres,Soulié,Terral,Valette,Vidal}');

insert into sources (id, created_at, updated_at, publisher, kind, title, published_on)
select bench.id(i, 1, at), at, at, 'Bulletin ' || 1 + bench.pick(i, 101, 40), 'PRESS', 'Chronique n° ' || i,
  (date '2010-01-01' + bench.pick(i, 102, 5000)::int)::text
from bench.sizes, generate_series(1, sources) i, bench.made(i, '1 hour') at;

-- Clusters, founded before 2005.
insert into clusters (id, created_at, updated_at, slug, name, acronym, speciality, description, region,
  territories, labels, city, website, legal_form, announced_on, founded_on, launched_on)
select bench.id(i, 2, at), at, at,
  'grappe-' || i, first[1 + bench.pick(i, 201, 104)] || ' ' || second[1 + bench.pick(i, 202, 52)] || ' ' || i,
  'G' || i, 'filière ' || lower(second[1 + bench.pick(i, 203, 52)]),
  'Une grappe d''entreprises qui rassemble celles d''un métier sur un territoire, la ' || i || 'e de la liste.',
  region[1 + bench.pick(i, 204, 20)], array[town[1 + bench.pick(i, 205, 60)]],
  case when i % 4 = 0 then '[{"name":"Pôle de compétitivité","from":"2005"}]' else '[]' end::jsonb,
  town[1 + bench.pick(i, 205, 60)], 'https://grappe-' || i || '.example', 'association',
  (1980 + bench.pick(i, 206, 10))::text,
  case i % 3
    when 0 then (1991 + bench.pick(i, 207, 14))::text
    else (date '1991-01-01' + bench.pick(i, 207, 5000)::int)::text end,
  '2004'
from bench.words, bench.sizes, generate_series(1, clusters) i, bench.made(i, '1 hour') at;

create table bench.clusters (n int primary key, id uuid not null);
insert into bench.clusters
  select i, bench.id(i, 2, bench.made(i, '1 hour')) from bench.sizes, generate_series(1, clusters) i;

insert into colleges (id, created_at, updated_at, cluster, name, "from")
select bench.id(3 * c.n + k, 3, at), at, at, c.id,
  (array['Entreprises', 'Recherche et formation', 'Collectivités'])[k + 1], '2005'
from bench.clusters c, generate_series(0, 2) k, bench.made(3 * c.n + k, '20 minutes') at;

insert into organisations (id, created_at, updated_at, name, other_names, kind, siren, city, region, website)
select bench.id(i, 4, at), at, at,
  first[1 + bench.pick(i, 401, 104)] || case when i % 3 = 0 then ' ' else '' end
    || case when i % 7 = 0 then '' else second[1 + bench.pick(i, 402, 52)] || ' ' end || i,
  case when i % 20 = 0 then array['Société ' || i] else '{}' end,
  case when i % 10 < 8 then 'COMPANY' when i % 10 = 8 then 'ASSOCIATION' else 'PUBLIC_BODY' end,
  -- every other one has a number, with its check digit (the sum of the digits, every second of them
  -- from the right doubled, is a multiple of ten)
  case when i % 2 = 0 then lpad(i::text, 8, '0') || (10 - (
      select sum(case when p % 2 = 0 then d * 2 / 10 + d * 2 % 10 else d end)
      from generate_series(1, 8) p, cast(substr(lpad(i::text, 8, '0'), p, 1) as int) d) % 10) % 10 end,
  town[1 + bench.pick(i, 403, 60)], region[1 + bench.pick(i, 404, 20)],
  case when i % 2 = 0 then 'https://organisation-' || i || '.example' end
from bench.words, bench.sizes, generate_series(1, organisations) i, bench.made(i, '1 minute') at;

create table bench.organisations (n int primary key, id uuid not null);
insert into bench.organisations
  select i, bench.id(i, 4, bench.made(i, '1 minute')) from bench.sizes, generate_series(1, organisations) i;

-- Five memberships an organisation, each in another fifth of the clusters, so that none overlap. Some
-- clusters have many members, most have few. Of 20: one applies, or was refused; 6 have ended; 13 last.
-- Triggers and foreign keys rest during the load alone; what they would have done is done and checked here.
set session_replication_role = replica;
insert into memberships (id, created_at, updated_at, cluster, organisation, organisation_name, college,
  applied_on, "from", until, refused_on, end_reason, sources)
select bench.id(i, 5, at), at, at, c.id, o.id, names.name,
  case when bench.pick(i, 502, 10) < 7
    then bench.id(3 * c.n + k, 3, bench.made(3 * c.n + k, '20 minutes')) end,
  case when state = 0 or i % 3 = 0 then begun - 30 end,
  case when state > 0 then begun end,
  case when state between 1 and 6 then begun + 30 + bench.pick(i, 505, 1500)::int end,
  case when state = 0 and i % 2 = 0 then begun - 10 end,
  case when state between 1 and 6 then (array['RESIGNED', 'LAPSED', 'EXPELLED'])[1 + bench.pick(i, 506, 3)] end,
  case when state = 6 then array[bench.id(s, 1, bench.made(s, '1 hour'))] else '{}' end
from bench.sizes, generate_series(1, memberships) i
cross join bench.made(i, '10 seconds') at
join bench.organisations o on o.n = (i + 4) / 5
join organisations names on names.id = o.id
join bench.clusters c on
  c.n = 1 + i % 5 + 5 * floor((200 * (select memberships / 250000 from bench.sizes) / 5)
                              * power(bench.pick(i, 501, 1000000) / 1e6, 2))::int
cross join bench.pick(i, 503, 20) state
cross join bench.pick(i, 507, 3) k
cross join (select 50 * (select memberships / 250000 from bench.sizes) as n) cited
cross join lateral (select 1 + bench.pick(i, 508, cited.n) as s) source
cross join lateral (select date '2010-01-01' + bench.pick(i, 504, 4000)::int as begun) day;

insert into citations (source_id, record_id, record_table)
select unnest(sources), id, 'memberships' from memberships where sources <> '{}';
insert into history (record_id, record_table, at, action, by, row)
select id, 'memberships', updated_at, 'CREATED', current_setting('grappe.act')::jsonb -> 'by',
  jsonb_strip_nulls(to_jsonb(m))
from memberships m;
set session_replication_role = origin;

-- Two mandates a cluster, one past and one present, and one in every tenth organisation.
insert into mandates (id, created_at, updated_at, cluster, person, role, "from", until, organisation)
select bench.id(2 * c.n + k, 6, at), at, at, c.id,
  given[1 + bench.pick(2 * c.n + k, 601, 40)] || ' ' || family[1 + bench.pick(2 * c.n + k, 602, 40)],
  'PRESIDENT', case k when 0 then '2008' else '2015-06-01' end, case k when 0 then '2015-06-01' end, null
from bench.words, bench.clusters c, generate_series(0, 1) k, bench.made(2 * c.n + k, '1 hour') at;
insert into mandates (id, created_at, updated_at, organisation, person, role, "from")
select bench.id(o.n, 7, at), at, at, o.id,
  given[1 + bench.pick(o.n, 603, 40)] || ' ' || family[1 + bench.pick(o.n, 604, 40)] || ' ' || o.n,
  'MANAGING_DIRECTOR', (date '2010-01-01' + bench.pick(o.n, 605, 4000)::int)::text
from bench.words, bench.organisations o, bench.made(o.n, '1 minute') at
where o.n % 10 = 0;

insert into offices (id, created_at, updated_at, cluster, city, opened_on)
select bench.id(c.n, 8, at), at, at, c.id, town[1 + bench.pick(c.n, 205, 60)], '2006'
from bench.words, bench.clusters c, bench.made(c.n, '1 hour') at;

-- Five years of two figures for each cluster.
insert into figures (id, created_at, updated_at, subject, metric, value, as_of, qualifier, nature)
select bench.id(i, 9, at), at, at, jsonb_build_object('cluster', c.id),
  case i % 2 when 0 then 'COMPANIES' else 'EMPLOYEES' end, 100 + bench.pick(i, 901, 5000),
  (2016 + k / 2)::text, 'ABOUT', 'REPORTED'
from bench.clusters c, generate_series(0, 9) k, cast(10 * c.n + k as bigint) i, bench.made(i, '1 hour') at;

-- What the database would have refused or filled in otherwise.
do $$
begin
  if exists (
      select from memberships m
      left join organisations o on o.id = m.organisation
      left join clusters c on c.id = m.cluster
      left join colleges k on k.id = m.college and k.cluster = m.cluster
      where m.organisation_name is distinct from o.name or c.id is null
        or (m.college is not null and k.id is null)
        or not within_life(m.applied_on, m."from", m.until, c.announced_on, c.founded_on, c.dissolved_on))
    or (select count(*) from memberships) <> (select memberships from bench.sizes)
    or exists (select from citations left join sources s on s.id = source_id where s.id is null)
  then
    raise 'the generated memberships are not as the service would have written them';
  end if;
end $$;
vacuum (analyze);
