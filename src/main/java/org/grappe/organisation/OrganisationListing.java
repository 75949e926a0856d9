package org.grappe.organisation;

import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.value.LegalIds;

/** What can be asked of organisations. */
final class OrganisationListing {
  private static final String[] OTHERWISE = {
    "name", "legalForm", "city", "siren", "siret", "periods", "formerSirens"
  };

  /** A number leads to who ever had it, whatever the day. */
  private static final String EVER =
      "o.%1$s = :v or (o.periods <> '[]' and o.periods @> jsonb_build_array(jsonb_build_object("
          + "'%1$s', :v::text)))";

  /** A membership has the name of who has no periods, by which an index has the few others. */
  private static final String MEMBERS =
      """
      o.id in (select m.organisation from memberships m
        where m.cluster %s and m."from" <= :on and (m.until is null or m.until > :on)
        and {nullif(m.organisation_name is not null, false)|m.organisation_name is null})\
      """;

  static final Listing<OrganisationView> LISTING =
      Listing.of(
              "/organisations",
              OrganisationView.class,
              Columns.of("o", OrganisationView.class, OTHERWISE)
                  + """
                  , {o.name} as name, {o.legal_form} as legal_form, {o.city} as city,
                  {o.region} as region_code, {o.siren} as siren, {o.siret} as siret,
                  case when o.periods <> '[]' then told_periods(o.periods) end as periods,
                  case when o.periods <> '[]' then former_sirens(o.periods, :on) end as former_sirens,
                  f.id as followed_by_id, {f.name} as followed_by_name,
                  p.ids as continues_id, p.names as continues_name\
                  """,
              "organisations o")
          .dressedWith(
              """
              left join organisations f on f.id = o.followed_by
              left join lateral (
                select array_agg(p.id order by p.called, p.id) as ids,
                  array_agg(p.called order by p.called, p.id) as names
                from (select p.id, {p.name} as called from organisations p
                  where p.followed_by = o.id) p) p on true\
              """)
          .pastAmongTodays()
          .pastBy("memberOf", "memberships", "m")
          .direct()
          .searchable()
          .temporal()
          .written(
              "siren",
              LegalIds::isSiren,
              "siren",
              EVER.formatted("siren"),
              "Its SIREN, or one that it had.")
          .written(
              "siret",
              LegalIds::isSiret,
              "siret",
              EVER.formatted("siret"),
              "Its SIRET, or one that it had.")
          .written(
              "rna",
              LegalIds::isRna,
              "rna",
              "o.rna = :v",
              "Its number in the register of associations.")
          .choice("kind", Organisation.Kind.class, "o.kind", "What kind of body it is.")
          .text("city", "plain({o.city}) = plain(:v)", "Where it is, without regard to case.")
          .text(
              "label",
              """
              o.labels <> '[]' and plain_labels(o.labels) @> array[plain(:v)] and exists (
                select from jsonb_array_elements(o.labels) label
                where plain(label ->> 'name') = plain(:v) and coalesce(has_come(label ->> 'from', :on), true))\
              """,
              "A label that it bears on the day, by name without regard to case.")
          .textInParts(
              "region",
              "{o.region} = any(regions_found(%s))",
              "The code of its region; a new one finds those that it replaced.")
          .code("region")
          .lineage(
              "clusters",
              "memberOf",
              MEMBERS,
              "The cluster, by slug or id, of which it is an active member on the day.")
          .among("region", "select region_family(:v) as id")
          .walk(OrganisationWalks.OF_REGION)
          .walk(OrganisationWalks.OF_CLUSTER)
          .sort("name", Sort.Kind.TEXT, "{o.name}")
          .sortedBy("name");

  private OrganisationListing() {}
}
