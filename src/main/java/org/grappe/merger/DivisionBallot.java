package org.grappe.merger;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.grappe.record.StoredRecord;

/** What the general assembly of a cluster decides of its division, or is to decide. */
@Entity
@Table(name = "division_ballots")
class DivisionBallot extends StoredRecord<Ballot.Content> {
  @Embedded private Ballot.Content content;

  @Column(updatable = false)
  private UUID division;

  void belongTo(UUID of) {
    division = of;
  }

  UUID division() {
    return division;
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
