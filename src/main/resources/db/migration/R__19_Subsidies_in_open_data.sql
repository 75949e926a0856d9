-- What a line of the format is known again by; the last is its turn among equal ones of the file.
create or replace function scdl_key(
    funder uuid, beneficiary uuid, day text, reference text, purpose text, amount numeric, turn bigint) returns uuid
  language sql stable parallel safe
  return md5(concat_ws(chr(31), funder, beneficiary, day, coalesce(reference, ''), purpose, round(amount, 2), turn))::uuid;

-- The same without the amount, the purpose, the day, the reference.
create or replace function scdl_alike(
    funder uuid, beneficiary uuid, day text, reference text, purpose text, amount numeric) returns bigint[]
  language sql stable parallel safe
  return array[
    hashtextextended(concat_ws(chr(31), funder, beneficiary, day, coalesce(reference, ''), purpose), 1),
    hashtextextended(concat_ws(chr(31), funder, beneficiary, day, coalesce(reference, ''), round(amount, 2)), 2),
    hashtextextended(concat_ws(chr(31), funder, beneficiary, coalesce(reference, ''), purpose, round(amount, 2)), 3),
    hashtextextended(concat_ws(chr(31), funder, beneficiary, day, purpose, round(amount, 2)), 4)];

-- What of a line the schema of SCDL subventions 2.1.1 doesn't take: [{column, value, rule}], in the order of the columns.
create or replace function scdl_faults(
    nom_attribuant text, id_attribuant text, date_convention text, nom_beneficiaire text, id_beneficiaire text,
    rna_beneficiaire text, objet text, montant numeric, currency text, nature text, conditions_versement text,
    dates_periode_versement text, id_rae text, notification_ue boolean, share numeric) returns jsonb
  language sql immutable parallel safe
  return (
    select coalesce(jsonb_agg(jsonb_strip_nulls(
        jsonb_build_object('column', "column", 'value', value, 'rule', rule)) order by n), '[]')
    from (values
      (1, 'nomAttribuant', nom_attribuant, case when nom_attribuant is null then 'funder' end),
      (2, 'idAttribuant', id_attribuant,
        case when nom_attribuant is not null and id_attribuant is null then 'siret' end),
      (3, 'dateConvention', date_convention, case when date_convention is null then 'required'
        when length(date_convention) < 10 then 'date' end),
      (4, 'nomBeneficiaire', nom_beneficiaire, case when nom_beneficiaire is null then 'beneficiary' end),
      (5, 'idBeneficiaire', rna_beneficiaire, case when nom_beneficiaire is not null
        and id_beneficiaire is null and coalesce(rna_beneficiaire !~ '^W\d{9}$', true) then 'required' end),
      (6, 'objet', objet, case when objet = '' then 'required' when length(objet) > 256 then 'too-long' end),
      (7, 'montant', currency, case when montant is null then 'required' when currency <> 'EUR' then 'currency' end),
      (8, 'nature', nature, case when nature is null then 'required' when nature not in ('aide en numéraire',
        'aide en nature', 'aide en numéraire;aide en nature', 'aide en nature;aide en numéraire') then 'nature' end),
      (9, 'conditionsVersement', conditions_versement, case when coalesce(conditions_versement, '') = '' then 'required'
        when length(conditions_versement) > 256 then 'too-long' end),
      (10, 'datesPeriodeVersement', dates_periode_versement, case when dates_periode_versement is null then 'required'
        when dates_periode_versement !~ '^\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?$' then 'period' end),
      (11, 'idRAE', id_rae, case when length(id_rae) > 5 then 'too-long' end),
      (12, 'notificationUE', null, case when notification_ue is null then 'required' end),
      (13, 'pourcentageSubvention', share::text, case when not share between 0.01 and 1 then 'share' end))
      x (n, "column", value, rule)
    where rule is not null);

-- The agreed lines that were entered otherwise, as the format would tell them, so that one that comes back in it is
-- known again: with its one funder and its beneficiary (the cluster, where an organisation is one: a file knows it as
-- that), the day of the last agreement, and the grant before it is divided.
create or replace view agreed_by_hand as
select l.id, l.created_at, l.cluster, l.organisation, coalesce(l.cluster, b.id, l.organisation) as beneficiary,
  coalesce(c.id, (l.fundings -> 0 ->> 'funder')::uuid) as funder, a.day, coalesce(l.reference, '') as reference, l.purpose,
  round(s.agreed / (coalesce((l."grant" ->> 'share')::numeric, 100) / 100), 2) as amount
from subsidy_lines l
cross join lateral (select agreed from unnest(l.states) s order by since desc limit 1) s
cross join lateral (
  select step ->> 'on' as day from jsonb_array_elements(l.steps) with ordinality x(step, n)
  where step ->> 'status' = 'AGREED' order by n desc limit 1) a
left join clusters c on c.organisation = (l.fundings -> 0 ->> 'funder')::uuid
left join clusters b on b.organisation = l.organisation
where l.imported_key is null and l.steps @> '[{"status": "AGREED"}]' and jsonb_array_length(l.fundings) = 1
  and s.agreed is not null;
