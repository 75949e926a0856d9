-- The regions of INSEE's Code officiel géographique; those without days were not touched by the
-- reform of 2016-01-01 (loi n° 2015-29 du 16 janvier 2015).
create table regions (
  code text constraint pk_regions primary key,
  id uuid not null generated always as (md5('region ' || code)::uuid) stored,
  version bigint not null default 0,
  created_at timestamptz not null default '2026-01-01T00:00:00Z',
  updated_at timestamptz not null default '2026-01-01T00:00:00Z',
  name text collate french not null,
  "from" text constraint ck_regions_from check (is_partial_date("from")),
  until text constraint ck_regions_until check (is_partial_date(until)),
  successor text constraint fk_regions_successor references regions (code),
  sources uuid[] not null default '{}',
  search text not null generated always as (plain(array[name])) stored
);
create index ix_regions_successor on regions (successor) where successor is not null;

insert into regions (code, name, "from") values
  ('27', 'Bourgogne-Franche-Comté', '2016-01-01'),
  ('28', 'Normandie', '2016-01-01'),
  ('32', 'Hauts-de-France', '2016-01-01'),
  ('44', 'Grand Est', '2016-01-01'),
  ('75', 'Nouvelle-Aquitaine', '2016-01-01'),
  ('76', 'Occitanie', '2016-01-01'),
  ('84', 'Auvergne-Rhône-Alpes', '2016-01-01');

insert into regions (code, name, until, successor) values
  ('21', 'Champagne-Ardenne', '2016-01-01', '44'),
  ('22', 'Picardie', '2016-01-01', '32'),
  ('23', 'Haute-Normandie', '2016-01-01', '28'),
  ('25', 'Basse-Normandie', '2016-01-01', '28'),
  ('26', 'Bourgogne', '2016-01-01', '27'),
  ('31', 'Nord-Pas-de-Calais', '2016-01-01', '32'),
  ('41', 'Lorraine', '2016-01-01', '44'),
  ('42', 'Alsace', '2016-01-01', '44'),
  ('43', 'Franche-Comté', '2016-01-01', '27'),
  ('54', 'Poitou-Charentes', '2016-01-01', '75'),
  ('72', 'Aquitaine', '2016-01-01', '75'),
  ('73', 'Midi-Pyrénées', '2016-01-01', '76'),
  ('74', 'Limousin', '2016-01-01', '75'),
  ('82', 'Rhône-Alpes', '2016-01-01', '84'),
  ('83', 'Auvergne', '2016-01-01', '84'),
  ('91', 'Languedoc-Roussillon', '2016-01-01', '76');

insert into regions (code, name) values
  ('01', 'Guadeloupe'), ('02', 'Martinique'), ('03', 'Guyane'), ('04', 'La Réunion'),
  ('06', 'Mayotte'), ('11', 'Île-de-France'), ('24', 'Centre-Val de Loire'),
  ('52', 'Pays de la Loire'), ('53', 'Bretagne'), ('93', 'Provence-Alpes-Côte d''Azur'),
  ('94', 'Corse');
