package org.grappe.scdl;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.WholeLists;
import org.grappe.subsidy.AgreedLines;

/** The lines that are agreed, in the format; and those that it cannot hold. */
@ApplicationScoped
class ScdlExport {
  /**
   * What the format tells of a line: its one funder, the day of its last agreement, the cluster or
   * organisation that gets it, and the grant before it is divided. That is the amount which the
   * file gave, as long as the line is still its part.
   */
  private static final String TOLD =
      """
      left join clusters b on b.id = l.cluster
      left join organisations bo on bo.id = b.organisation
      cross join lateral (
        select coalesce({bo.siret}, b.siret) as siret, coalesce(bo.rna, b.rna) as rna) bn
      cross join lateral (
        select case when jsonb_array_length(l.fundings) = 1
            and coalesce((l.fundings -> 0 ->> 'share')::numeric, 100) = 100
            and coalesce((l.fundings -> 0 -> 'amount' ->> 'amount')::numeric = s.agreed, true)
          then (l.fundings -> 0 ->> 'funder')::uuid end as id) e
      left join clusters k on k.id = e.id
      left join organisations ko on ko.id = k.organisation
      left join organisations g on g.id = e.id
      cross join lateral (
        select coalesce({k.name}, {g.name}) as name,
          coalesce({ko.siret}, k.siret, {g.siret}) as siret) q
      left join lateral (
        select step ->> 'on' as day from jsonb_array_elements(l.steps) with ordinality x(step, n)
        where step ->> 'status' = 'AGREED' and coalesce(first_day(step ->> 'on') <= :on, true)
        order by n desc limit 1) a on true
      cross join lateral (
        select coalesce((l."grant" ->> 'share')::numeric, 100) / 100 as share,
          coalesce({b.name}, {o.name}) as name,
          case when b.id is null then {o.siret} else bn.siret end as siret,
          case when b.id is null then o.rna else bn.rna end as rna) t
      cross join lateral (
        select case when round(l.imported_amount * t.share, 2) = s.agreed then l.imported_amount
          else s.agreed / t.share end as whole) w
      cross join lateral (
        select scdl_faults(q.name, q.siret, a.day, t.name, t.siret, t.rna, l.purpose, w.whole, l.currency,
          l.nature, l.payment_conditions, l.payment_period, l.rae_number, l.eu_notified, t.share)
          as faults) f""";

  static final Listing<ScdlRow> LISTING =
      AgreedLines.listed(
              "/subsidy-lines/scdl",
              ScdlRow.class,
              """
              l.id, l.version, q.name as nom_attribuant, q.siret as id_attribuant,
              a.day as date_convention, l.reference as reference_decision, t.name as nom_beneficiaire,
              t.siret as id_beneficiaire,
              case when t.rna ~ '^W\\d{9}$' then t.rna end as rna_beneficiaire,
              l.purpose as objet, round(w.whole, 2)::text as montant, l.nature,
              l.payment_conditions as conditions_versement,
              l.payment_period as dates_periode_versement, l.rae_number as id_r_a_e,
              case when l.eu_notified then 'oui' else 'non' end as notification_u_e,
              trim_scale(t.share)::text as pourcentage_subvention, l.scheme as dispositif_aide""",
              TOLD)
          .existsWhen("f.faults = '[]'");

  static final Listing<ScdlOmission> OMITTED =
      AgreedLines.listed(
              "/subsidy-lines/scdl/omissions",
              ScdlOmission.class,
              "l.id, l.version, l.purpose, f.faults",
              TOLD)
          .existsWhen("f.faults <> '[]'");

  private final WholeLists lists;
  private final ListReader reader;
  private final HttpServerRequest request;

  ScdlExport(WholeLists lists, ListReader reader, HttpServerRequest request) {
    this.lists = lists;
    this.reader = reader;
    this.request = request;
  }

  /** Where what is left out can be read, the answer's header says: a stream has no room for it. */
  Page<ScdlRow> all() {
    String query = request.query();
    return lists
        .everything(LISTING)
        .describedBy("/api/v1" + OMITTED.path() + (query == null ? "" : "?" + query));
  }

  Page<ScdlOmission> omissions() {
    return reader.page(OMITTED);
  }
}
