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

/** The offices of the clusters. */
@ApplicationScoped
class Offices implements Repository<Office, Office.Content, OfficeView> {
  private static final String STATUS = "office_status(o.opened_on, o.closed_on, :on)";

  static final Listing<OfficeView> LISTING =
      Listing.of(
              "/offices",
              OfficeView.class,
              Columns.of("o", OfficeView.class, "status")
                  + """
                  , %s as status,
                  case when p.id is not null then array[p.id] end as continues_id,
                  array[coalesce(p.city, p.territory)] as continues_name,
                  c.id as cluster_id, {c.name} as cluster_name, c.slug as cluster_slug\
                  """
                      .formatted(STATUS),
              "offices o join clusters c on c.id = o.cluster left join offices p on p.id ="
                  + " o.continues")
          .alsoAt("/clusters/{cluster}/offices")
          .searchable()
          .temporal()
          .defaultFilter(STATUS + " <> 'CLOSED'")
          .choice("status", Office.Status.class, STATUS, "What it is on the day.")
          .text("city", "plain(o.city) = plain(:v)", "Where it is, without regard to case.")
          .text(
              "region",
              "{c.region} = any(array(select region_family(:v)))",
              "The code of its cluster's region; a new one finds those that it replaced.")
          .code("region")
          .sortOptional("city", Sort.Kind.TEXT, "o.city")
          .sortOptional("openedOn", Sort.Kind.PARTIAL_DATE, "o.opened_on collate \"C\"")
          .sortedBy("city");

  private final Records<Office, Office.Content, OfficeView> records;
  private final OwnedRecords<Office, Office.Content, OfficeView> inClusters;

  Offices(RecordsFactory records, ClusterLookup clusters, Database database) {
    this.records = records.of(this, Office::new, Office.Content.class, LISTING);
    this.inClusters =
        new OwnedRecords<>(this.records, clusters, database, Office::new, "o.cluster");
  }

  @Override
  public Records<Office, Office.Content, OfficeView> records() {
    return records;
  }

  /** Those of one cluster. */
  OwnedRecords<Office, Office.Content, OfficeView> inClusters() {
    return inClusters;
  }

  @Override
  public Owners owners(Office office) {
    return Owners.cluster(office.cluster());
  }

  @Override
  public void beforeSave(Office office, Office.Content before) {
    inClusters.requireBegun(
        office, "openedOn", office.content().openedOn(), before == null ? null : before.openedOn());
  }

  @Override
  public String path(Office office) {
    return "/clusters/" + office.cluster() + "/offices";
  }
}
