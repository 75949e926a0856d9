package org.grappe.subsidy;

import static java.util.stream.Collectors.toMap;

import java.util.stream.Stream;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.query.View;

/** What can be asked of lines, in their list as in their sums. */
final class SubsidyListing {
  static final Listing<SubsidyLineView> LISTING =
      filtered(
              Listing.of("/subsidy-lines", SubsidyLineView.class, LineSql.COLUMNS, LineSql.FROM)
                  .dressedWith(LineSql.DETAILS)
                  .pastAmongTodays(
                      "subsidy_spans", "subsidy_funders", "subsidy_heirs", "subsidy_years"))
          .walk(LineWalks.OF_STATUS)
          .walk(LineWalks.OF_YEAR)
          .walk(LineWalks.OF_CLUSTER)
          .parts("cluster", LineParts.OF_HOLDER)
          .partsServe("createdAt", "cluster")
          .partByInstant("cluster", LineParts.ASSIGNED_TO_IT, "createdAt", "s.line", "s.created_at")
          .gathered("cluster", "createdAt")
          .walk(LineWalks.OF_FUNDER)
          .parts("funder", "f.organisation = one.id", "f.cluster = one.id")
          .partsServe("createdAt", "funder")
          .among("funder", LineWalks::funders)
          .walk(LineParts.TO_REGION)
          .sortOptional("fiscalYear", Sort.Kind.NUMBER, "l.fiscal_year")
          .sortOptional("amount", Sort.Kind.NUMBER, "s.amount", "s.line")
          .sortedBy("-createdAt");

  private SubsidyListing() {}

  /** The same lines, with all that narrows them. */
  static <V extends View> Listing<V> filtered(Listing<V> lines) {
    return lines
        .searchable()
        .temporal()
        .lineage(
            "clusters",
            "cluster",
            """
            (l.cluster %1$s
              or l.id = any(array(select line from subsidy_heirs where cluster %1$s)))
            and coalesce(s.assigned, l.cluster) %1$s\
            """,
            "The cluster whose line it is on the day, by slug or id.")
        .reference("organisation", "l.organisation = :v", "The beneficiary organisation's id.")
        .text(
            "strategy",
            "l.strategy is not null and plain(l.strategy) = plain(:v)",
            "The strategy that it serves, without regard to case.")
        .reference("programme", "l.programme = :v", "The beneficiary programme's id.")
        .lineage(
            "clusters",
            "funder",
            """
            l.id in (
              select line from subsidy_funders where organisation %1$s
              union all
              select line from subsidy_funders where cluster %1$s)\
            """,
            "Who funds it: an organisation by its id, or a cluster by slug or id.")
        .choiceOfSeveral("origin", Funding.Origin.class, "l.origins", "Where money comes from.")
        .textInParts(
            "region",
            LineSql.REGION + " = any(regions_found(%1$s))",
            "The code of the beneficiary's region; a new one finds those that it replaced.",
            LineParts.OF_REGION.parts(),
            LineParts.OF_REGION.ofPast())
        .code("region")
        .among("region", "select region_family(:v) as id")
        .text(
            "sector",
            """
            l.sector_region is not null
            and plain(l.beneficiary -> 'sector' ->> 'name') = plain(:v)\
            """,
            "The beneficiary sector's name, without regard to case.")
        .year("fiscalYear", "l.fiscal_year = :v", "The fiscal year.")
        .year(
            "year",
            "l.years @> array[:v]::int[]",
            "A year in which it has a step or a payment; sums then have that year's figures alone.")
        .among("year", "select :v as id")
        .choice(
            "status",
            SubsidyStatus.class,
            "s.status",
            "What it is on the day.",
            Stream.of(SubsidyStatus.values())
                .collect(toMap(status -> status, LineParts::hasStatus)))
        .among("status", "select unnest(:v::text[]) as id");
  }
}
