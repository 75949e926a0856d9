package org.grappe.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;

/**
 * What a caller had to be allowed in a transaction.
 *
 * @param clusters whose the record was
 * @param table the table of the record; absent where it was about no particular one
 * @param isNew whether it made the record, and did not change it
 * @param follows whether the database tells by the record whose it is, so that it can be asked anew
 */
record CheckedRight(
    Owners.Kind kind,
    List<UUID> clusters,
    String table,
    UUID id,
    boolean isNew,
    boolean follows,
    String part) {

  static CheckedRight of(Owners owners, String table, UUID id, boolean isNew) {
    return new CheckedRight(owners.kind(), owners.clusters(), table, id, isNew, false, null);
  }

  static CheckedRight ofPart(Owners owners, String table, UUID id, UUID part) {
    return new CheckedRight(
        owners.kind(), owners.clusters(), table, id, true, false, part.toString());
  }

  /** The same of no particular record. */
  CheckedRight ofAny() {
    return new CheckedRight(kind, clusters, null, null, true, false, null);
  }

  CheckedRight following() {
    return new CheckedRight(kind, clusters, table, id, isNew, true, part);
  }

  @JsonIgnore
  Owners owners() {
    return new Owners(kind, clusters);
  }

  Owners owners(List<UUID> current) {
    return follows ? new Owners(kind, current) : owners();
  }
}
