-- Fills a migrated, empty registry with a made-up one, the same at every run:
--
--   psql -v scale=1 -f generate.sql
--
-- scale 1 is 200 clusters with three colleges each, 50,000 organisations, 250,000 memberships (and 15,500 of clusters that
-- became one), 10,000 events and 50,000 subsidy lines; scale 10 and 100 are ten and a hundred times that, 0.2 a fifth, but
-- for the clusters that became one, of which there are as many as with 1. Nothing in it means anyone. What has many rows is loaded while triggers (that of the history too) and foreign keys rest; what they
-- would have done is done by the same statements, and checked at the end of each file.
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
  select greatest(1, :scale)::int as scale, (200 * :scale)::int as clusters, (50000 * :scale)::int as organisations,
    (250000 * :scale)::int as memberships, (50 * :scale)::int as sources, (10000 * :scale)::int as events,
    (50000 * :scale)::int as lines, (100 * :scale)::int as programmes;

-- What the history keeps of a record that was written while its trigger rested, but for what the database derives.
create function bench.kept(record jsonb, left_out text[]) returns jsonb
  language sql immutable parallel safe
  return jsonb_strip_nulls(record) - left_out;

-- The act that such rows belong to. In the end they get positions, as all others have.
create function bench.begin_act() returns bigint language sql volatile
  as $$ insert into commits default values returning id $$;
create table bench.act as select bench.begin_act() as commit;

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

-- Each file begins by saying what it makes. The planner is to know what the ones before have made.
\ir generate/clusters.sql
analyze;
\ir generate/memberships.sql
analyze;
\ir generate/mergers.sql
analyze;
\ir generate/events.sql
analyze;
\ir generate/money.sql
analyze;
\ir generate/figures.sql
insert into feed_pending (history_seq, commit) select seq, commit from history where commit = (select commit from bench.act);
select number_pending();
vacuum (analyze);
