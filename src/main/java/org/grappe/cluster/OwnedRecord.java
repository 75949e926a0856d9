package org.grappe.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.grappe.record.StoredRecord;

/** A record that exists only inside its cluster. */
@MappedSuperclass
abstract class OwnedRecord<C extends Record> extends StoredRecord<C> {
  @Column(updatable = false)
  private UUID cluster;

  void belongTo(UUID owner) {
    this.cluster = owner;
  }

  UUID cluster() {
    return cluster;
  }
}
