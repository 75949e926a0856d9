set local statement_timeout = 0;

-- A cluster has legal numbers of its own, or is an organisation of the registry and has that one's.
alter table clusters
  add column organisation uuid
    constraint fk_clusters_organisation references organisations (id)
    constraint uq_clusters_organisation unique,
  add constraint ck_clusters_own_numbers
    check (organisation is null or (siren is null and siret is null and rna is null));

create view cluster_numbers as
select c.id as cluster, c.organisation, coalesce(o.siren, c.siren) as siren, coalesce(o.siret, c.siret) as siret,
  coalesce(o.rna, c.rna) as rna
from clusters c left join organisations o on o.id = c.organisation;

-- Until now a cluster could be given an organisation's numbers. It is that organisation from now on: by SIREN before
-- SIRET before RNA, one cluster each. The organisation gets what else the cluster was known by, where nobody has that.
select set_config('grappe.act', jsonb_build_object('at', now(), 'by',
  jsonb_build_object('kind', 'SERVICE', 'name', 'a cluster that is an organisation'))::text, true);
create temp table same_bodies on commit drop as
select distinct on (organisation) * from (
  select distinct on (c.id) c.id as cluster, o.id as organisation, c.siren, c.siret, c.rna,
    case when o.siren = c.siren then 1 when o.siret = c.siret then 2 else 3 end as turn
  from clusters c join organisations o on o.siren = c.siren or o.siret = c.siret or o.rna = c.rna
  order by c.id, turn) best
order by organisation, turn, cluster;
update clusters c
set organisation = s.organisation, siren = null, siret = null, rna = null, version = version + 1, updated_at = now()
from same_bodies s where s.cluster = c.id;
-- what is left of another body's numbers belongs to that body
update clusters c set siren = case when not s.siren then c.siren end, siret = case when not s.siret then c.siret end,
  rna = case when not s.rna then c.rna end, version = version + 1, updated_at = now()
from (
  select c.id, exists (select from organisations o where o.siren = c.siren) as siren,
    exists (select from organisations o where o.siret = c.siret or o.siren = c.siren) as siret,
    exists (select from organisations o where o.rna = c.rna) as rna
  from clusters c) s
where s.id = c.id and ((s.siren and c.siren is not null) or (s.siret and c.siret is not null) or (s.rna and c.rna is not null));
update organisations o set siren = n.siren, siret = n.siret, rna = n.rna, version = version + 1, updated_at = now()
from (
  select w.id, w.siren, coalesce(w.own_siret, case when w.siret like w.siren || '%' then w.siret end) as siret, w.rna
  from (
    select o.id, o.siret as own_siret,
      coalesce(o.siren, case when not exists (select from organisations x where x.siren = s.siren) then s.siren end) as siren,
      case when not exists (select from organisations x where x.siret = s.siret) then s.siret end as siret,
      coalesce(o.rna, case when not exists (select from organisations x where x.rna = s.rna) then s.rna end) as rna
    from same_bodies s join organisations o on o.id = s.organisation) w) n
where o.id = n.id and (o.siren, o.siret, o.rna) is distinct from (n.siren, n.siret, n.rna);

-- Every legal number that anybody has, organisation or cluster, so that two that get it at once do not both have it.
create table legal_numbers (
  number text collate "C" constraint uq_legal_numbers primary key,
  organisation uuid,
  cluster uuid,
  constraint ck_legal_numbers_one check (num_nonnulls(organisation, cluster) = 1)
);
insert into legal_numbers (number, organisation)
select number, o.id from organisations o, unnest(array[siren, siret, rna]) number where number is not null;
insert into legal_numbers (number, cluster)
select number, c.id from clusters c, unnest(array[siren, siret, rna]) number where number is not null;

-- A file adds thousands at once.
create function take_numbers() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into legal_numbers (number, %I)
     select number, a.id from added a, unnest(array[a.siren, a.siret, a.rna]) number
     where number is not null order by number', tg_argv[0]);
  return null;
end $$;
create function change_numbers() returns trigger language plpgsql as $$
declare
  before text[] := array_remove(array[old.siren, old.siret, old.rna], null);
  after text[] := '{}';
begin
  if tg_op = 'UPDATE' then
    after := array_remove(array[new.siren, new.siret, new.rna], null);
  end if;
  delete from legal_numbers where number = any(before) and number <> all(after);
  execute format(
    'insert into legal_numbers (number, %I) select number, $1 from unnest($2) number where number <> all($3) order by number',
    tg_argv[0]) using old.id, after, before;
  return null;
end $$;
create procedure let_have_numbers(record_table text, holder text) language plpgsql as $$
begin
  execute format('create trigger take_numbers after insert on %I referencing new table as added
    for each statement execute function take_numbers(%L)', record_table, holder);
  execute format('create trigger change_numbers after update of siren, siret, rna on %I for each row
    when ((old.siren, old.siret, old.rna) is distinct from (new.siren, new.siret, new.rna))
    execute function change_numbers(%L)', record_table, holder);
  execute format('create trigger leave_numbers after delete on %I for each row
    when (num_nonnulls(old.siren, old.siret, old.rna) > 0) execute function change_numbers(%L)', record_table, holder);
end $$;
call let_have_numbers('organisations', 'organisation');
call let_have_numbers('clusters', 'cluster');

-- As in V030, where a cluster is known by its organisation too, as funder and as beneficiary.
create or replace view agreed_by_hand as
select l.id, l.created_at, l.cluster, l.organisation, coalesce(l.cluster, b.id, l.organisation) as beneficiary,
  coalesce(c.id, (l.fundings -> 0 ->> 'funder')::uuid) as funder, a.day, coalesce(l.reference, '') as reference, l.purpose,
  round(s.agreed / (coalesce((l."grant" ->> 'share')::numeric, 100) / 100), 2) as amount
from subsidies l
cross join lateral (select agreed from unnest(l.states) s order by since desc limit 1) s
cross join lateral (
  select step ->> 'on' as day from jsonb_array_elements(l.steps) with ordinality x(step, n)
  where step ->> 'status' = 'AGREED' order by n desc limit 1) a
left join clusters c on c.organisation = (l.fundings -> 0 ->> 'funder')::uuid
left join clusters b on b.organisation = l.organisation
where l.imported_key is null and l.steps @> '[{"status": "AGREED"}]' and jsonb_array_length(l.fundings) = 1
  and s.agreed is not null;
