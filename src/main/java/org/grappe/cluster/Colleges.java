package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;
import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.value.PeriodStatus;

/** The colleges of the clusters. */
@ApplicationScoped
class Colleges implements Repository<College, College.Content, CollegeView> {
  private static final String STATUS = "period_status(k.\"from\", k.until, :on)";

  static final Listing<CollegeView> LISTING =
      Listing.of(
              "/colleges",
              CollegeView.class,
              Columns.of("k", CollegeView.class, "status")
                  + """
                  , %s as status,
                  c.id as cluster_id, {c.name} as cluster_name, c.slug as cluster_slug\
                  """
                      .formatted(STATUS),
              "colleges k join clusters c on c.id = k.cluster")
          .alsoAt("/clusters/{cluster}/colleges")
          .searchable()
          .temporal()
          .defaultFilter("period_contains(k.\"from\", k.until, :on)")
          .lineage("clusters", "cluster", "k.cluster %s", "The cluster, by slug or id.")
          .choice("status", PeriodStatus.class, STATUS, "What it is on the day.")
          .sort("name", Sort.Kind.TEXT, "k.name")
          .sortedBy("name");

  private final Records<College, College.Content, CollegeView> records;
  private final OwnedRecords<College, College.Content, CollegeView> inClusters;

  Colleges(RecordsFactory records, ClusterLookup clusters, Database database) {
    this.records = records.of(this, College::new, College.Content.class, LISTING);
    this.inClusters =
        new OwnedRecords<>(this.records, clusters, database, College::new, "k.cluster");
  }

  @Override
  public Records<College, College.Content, CollegeView> records() {
    return records;
  }

  /** Those of one cluster. */
  OwnedRecords<College, College.Content, CollegeView> inClusters() {
    return inClusters;
  }

  @Override
  public Owners owners(College college) {
    return Owners.cluster(college.cluster());
  }

  @Override
  public void beforeSave(College college, College.Content before) {
    inClusters.requireBegun(
        college, "from", college.content().from(), before == null ? null : before.from());
  }

  @Override
  public String path(College college) {
    return "/clusters/" + college.cluster() + "/colleges";
  }
}
