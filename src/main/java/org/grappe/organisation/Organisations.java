package org.grappe.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The organisations. */
@ApplicationScoped
class Organisations implements Repository<Organisation, OrganisationContent, OrganisationView> {
  private final Records<Organisation, OrganisationContent, OrganisationView> records;
  private final Database database;
  private final NumberRights numberRights;

  Organisations(RecordsFactory records, Database database, NumberRights numberRights) {
    this.records =
        records.of(this, Organisation::new, OrganisationContent.class, OrganisationListing.LISTING);
    this.database = database;
    this.numberRights = numberRights;
  }

  @Override
  public Records<Organisation, OrganisationContent, OrganisationView> records() {
    return records;
  }

  /** A new name is a new name of its memberships. */
  @Override
  public List<UUID> alsoChanged(Organisation entry) {
    return database.all(
        "select distinct cluster from memberships where organisation = ?",
        row -> row.getObject(1, UUID.class),
        List.of(entry.id()));
  }

  @Override
  public OrganisationContent current(Organisation entry) {
    return entry.on(records.today());
  }

  @Override
  public OrganisationContent stored(Organisation entry, OrganisationContent next) {
    return entry.corrected(records.today(), next);
  }

  @Override
  public void beforeSave(Organisation entry, OrganisationContent before) {
    if (before != null) {
      numberRights.require(entry.id(), before, current(entry));
    }
  }

  /** Any editor enters one; see {@link Owners#anyEditor}. */
  @Override
  public Owners owners(Organisation entry) {
    return Owners.anyEditor();
  }

  /** Nothing refers to it any more, so it is whose who entered it. */
  @Override
  public Owners ownersOfDeleted(List<UUID> clusters) {
    return Owners.anyEditor();
  }
}
