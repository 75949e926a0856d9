package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.value.PeriodStatus;

/** The colleges of the clusters. */
@ApplicationScoped
class Colleges extends OwnedRecords<College, College.Content, CollegeView> {
  private static final String STATUS = "period_status(k.\"from\", k.until, :on)";

  static final Listing<CollegeView> LISTING =
      Listing.of(
              "/clusters/{cluster}/colleges",
              CollegeView.class,
              Columns.of("k", CollegeView.class, "status")
                  + """
                  , %s as status,
                  c.id as cluster_id, c.name as cluster_name, c.slug as cluster_slug\
                  """
                      .formatted(STATUS),
              "colleges k join clusters c on c.id = k.cluster")
          .searchable()
          .temporal()
          .defaultFilter("holds(k.\"from\", k.until, :on)")
          .choice("status", PeriodStatus.class, STATUS + " = any(:v)", "What it is on the day.")
          .sort("name", Sort.Kind.TEXT, "k.name")
          .sortedBy("name");

  Colleges() {
    super(College::new, College.Content.class, LISTING, "k.cluster");
  }
}
