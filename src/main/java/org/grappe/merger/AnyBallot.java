package org.grappe.merger;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.grappe.record.StoredRecord;

/** A ballot on a merger or division, whose column each kind names for itself. */
@MappedSuperclass
abstract class AnyBallot extends StoredRecord<Ballot.Content> {
  @Embedded private Ballot.Content content;

  @Column(updatable = false)
  private UUID about;

  void belongTo(UUID of) {
    about = of;
  }

  UUID about() {
    return about;
  }

  @Override
  public Ballot.Content content() {
    return content;
  }

  @Override
  protected void write(Ballot.Content next) {
    content = next;
  }
}
