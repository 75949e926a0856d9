package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.query.Columns;
import org.grappe.query.Dated;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Sort;
import org.grappe.record.HistoryView;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.value.PartialDate;
import org.grappe.value.PeriodStatus;

/** The mandates, in clusters and elsewhere. */
@ApplicationScoped
class Mandates implements Repository<Mandate, Mandate.Content, MandateView> {
  private static final String STATUS = "period_status(m.\"from\", m.until, :on)";

  /** As the index of the order has it. */
  private static final String YET_TO_COME =
      "m.\"from\" collate \"C\" > to_char(:on::timestamp, 'YYYY-MM-DD')";

  /** A cluster's, an organisation's, and what both know of while the cluster has no region. */
  private static final String[] IN_REGION = {
    "m.cluster is not null and m.cluster in ("
        + Dated.ids("clusters", "k", "{k.region} = any(regions_found(%1$s))")
        + ")",
    "m.cluster is null and m.organisation in "
        + "("
        + Dated.ids("organisations", "o", "{o.region} = any(regions_found(%1$s))")
        + ")",
    "m.cluster = c.id and c.region is null and {b.region} = any(regions_found(%1$s))"
  };

  static final Listing<MandateView> LISTING =
      Listing.of(
              "/mandates",
              MandateView.class,
              Columns.of("m", MandateView.class, "status")
                  + """
                  , %s as status,
                  c.id as cluster_id, {c.name} as cluster_name, c.slug as cluster_slug,
                  k.id as college_id, k.name as college_name,
                  b.id as organisation_id, {b.name} as organisation_name\
                  """
                      .formatted(STATUS),
              """
              mandates m
              left join clusters c on c.id = m.cluster
              left join organisations b on b.id = m.organisation\
              """)
          .dressedWith("left join colleges k on k.id = m.college")
          .alsoAt("/clusters/{cluster}/mandates")
          .alsoAt("/organisations/{organisation}/mandates")
          .searchable()
          .temporal()
          .defaultFilter("period_contains(m.\"from\", m.until, :on)")
          .choiceInParts(
              "status",
              PeriodStatus.class,
              STATUS,
              "What it is on the day.",
              Map.of(
                  PeriodStatus.PLANNED, List.of(STATUS + " = 'PLANNED' and " + YET_TO_COME),
                  PeriodStatus.ACTIVE, List.of(STATUS + " = 'ACTIVE'"),
                  PeriodStatus.ENDED, List.of(STATUS + " = 'ENDED'")))
          .partsServe("from", "status")
          .part("person", "m.search", "Any part of the holder's name, as q.")
          .choice("role", Mandate.Role.class, "m.role", "Which office is held.")
          .textInParts(
              "region",
              "coalesce({c.region}, {b.region}) = any(regions_found(%1$s))",
              "The code of the region of the body; a new one finds those that it replaced.",
              IN_REGION)
          .sort("from", Sort.Kind.PARTIAL_DATE, "m.\"from\" collate \"C\"")
          .sortOptional("person", Sort.Kind.TEXT, "m.person")
          .sortedBy("from");

  private final Records<Mandate, Mandate.Content, MandateView> records;
  private final OwnedRecords<Mandate, Mandate.Content, MandateView> inClusters;
  private final Database database;

  Mandates(RecordsFactory records, Database database) {
    this.records = records.of(this, Mandate::new, Mandate.Content.class, LISTING);
    this.inClusters = new OwnedRecords<>(this.records, database, Mandate::new, "m.cluster");
    this.database = database;
  }

  @Override
  public Records<Mandate, Mandate.Content, MandateView> records() {
    return records;
  }

  /** Those of one cluster. */
  OwnedRecords<Mandate, Mandate.Content, MandateView> inClusters() {
    return inClusters;
  }

  /** A new mandate ends a provisional one of the same role, on the day on which it begins. */
  @Override
  public void beforeSave(Mandate mandate, Mandate.Content before) {
    Mandate.Content next = mandate.content();
    PartialDate began = before == null ? null : before.from();
    inClusters.requireBegun(mandate, "from", next.from(), began);
    if (before != null
        && mandate.cluster() == null
        && !before.organisation().equals(next.organisation())) {
      throw Problems.validationFailed("/organisation", "mandate.organisation");
    }
    if (next.organisation() != null
        && (!next.from().equals(began) || !next.organisation().equals(before.organisation()))) {
      requireUnfollowed(next);
    }
    if (before == null && mandate.cluster() != null) {
      database.change(
          """
          update mandates set until = ?, version = version + 1, updated_at = ?
          where cluster = ? and role = ? and provisional and id <> ?
            and college is not distinct from nullif(?, '')::uuid
            and plain(coalesce(territory, '')) = plain(?)
            and (until is null or last_day(until) > last_day(?))
            and first_day("from") < first_day(?)\
          """,
          next.from().text(),
          records.now(),
          mandate.cluster(),
          next.role().name(),
          mandate.id(),
          next.college() == null ? "" : next.college().toString(),
          next.territory() == null ? "" : next.territory(),
          next.from().text(),
          next.from().text());
    }
  }

  /** In an organisation that has become another nothing begins any more, nor on its behalf. */
  private void requireUnfollowed(Mandate.Content mandate) {
    database
        .one(
            """
            select on_day(o.name, o.periods, 'name', first_day(o.followed_on)), o.followed_on
            from organisations o where o.id = ? and last_day(o.followed_on) <= ?""",
            row ->
                Problems.of(
                        ClusterProblems.OUTSIDE_CLUSTER_LIFE,
                        "mandate.of-followed",
                        row.getString(1),
                        row.getString(2))
                    .withMember("field", "from")
                    .withMember("bound", row.getString(2)),
            mandate.organisation(),
            mandate.from().firstDay())
        .ifPresent(
            problem -> {
              throw problem;
            });
  }

  /** The mandates held in an organisation. */
  Page<MandateView> pageElsewhere(String id) {
    UUID body = PathId.of(id);
    return records.pageOf("m.cluster is null and m.organisation", "organisations", body);
  }

  @Override
  public Owners owners(Mandate mandate) {
    return mandate.cluster() == null ? Owners.administrators() : Owners.cluster(mandate.cluster());
  }

  /** What became of a mandate held in an organisation. */
  Page<HistoryView> historyElsewhere(String body, String id) {
    return records.history(id, "organisation", PathId.of(body));
  }

  MandateView oneElsewhere(String body, String id, String on, String knownAt) {
    return records
        .findAsOf(id, on, knownAt)
        .filter(found -> found.cluster() == null)
        .filter(found -> found.organisation().id().equals(PathId.of(body)))
        .orElseThrow(() -> records.notFound(id));
  }

  Response createElsewhere(String id, Mandate.Content mandate) {
    UUID body = PathId.of(id);
    records.requireOther("organisations", body);
    if (mandate.organisation() != null && !mandate.organisation().equals(body)) {
      throw Problems.validationFailed("/organisation", "mandate.organisation");
    }
    return records.create(new Mandate(), mandate.heldIn(body));
  }

  Mandate requiredElsewhere(String body, String id) {
    Mandate mandate = required(id);
    if (mandate.cluster() != null || !mandate.content().organisation().equals(PathId.of(body))) {
      throw records.notFound(id);
    }
    return mandate;
  }

  @Override
  public String path(Mandate mandate) {
    return mandate.cluster() == null
        ? "/organisations/" + mandate.content().organisation() + "/mandates"
        : "/clusters/" + mandate.cluster() + "/mandates";
  }
}
