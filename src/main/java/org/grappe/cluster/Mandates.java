package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.value.PartialDate;

/** The mandates, in clusters and elsewhere. */
@ApplicationScoped
class Mandates implements Repository<Mandate, Mandate.Content, MandateView> {
  private final Records<Mandate, Mandate.Content, MandateView> records;
  private final OwnedRecords<Mandate, Mandate.Content, MandateView> inClusters;
  private final MandateRules rules;

  Mandates(RecordsFactory records, ClusterLookup clusters, Database database, MandateRules rules) {
    this.records = records.of(this, Mandate::new, Mandate.Content.class, MandateListing.LISTING);
    this.inClusters =
        new OwnedRecords<>(this.records, clusters, database, Mandate::new, "m.cluster");
    this.rules = rules;
  }

  @Override
  public Records<Mandate, Mandate.Content, MandateView> records() {
    return records;
  }

  /** Those of one cluster. */
  OwnedRecords<Mandate, Mandate.Content, MandateView> inClusters() {
    return inClusters;
  }

  @Override
  public void beforeSave(Mandate mandate, Mandate.Content before) {
    PartialDate began = before == null ? null : before.from();
    inClusters.requireBegun(mandate, "from", mandate.content().from(), began);
    rules.check(mandate, before);
    if (before == null && mandate.cluster() != null) {
      rules.endProvisional(mandate);
    }
  }

  @Override
  public Owners owners(Mandate mandate) {
    return mandate.cluster() == null ? Owners.administrators() : Owners.cluster(mandate.cluster());
  }

  @Override
  public String path(Mandate mandate) {
    return mandate.cluster() == null
        ? "/organisations/" + mandate.content().organisation() + "/mandates"
        : "/clusters/" + mandate.cluster() + "/mandates";
  }
}
