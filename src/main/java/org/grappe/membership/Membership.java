package org.grappe.membership;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.grappe.record.StoredRecord;

/** An organisation belonging to a cluster for a time, or applying to. */
@Entity
@Table(name = "memberships")
class Membership extends StoredRecord<MembershipContent> {
  @Embedded private MembershipContent content;

  @Transient private boolean metPassing;

  @Override
  public MembershipContent content() {
    return content;
  }

  /** Says what was found with its place, so that nobody need ask again. */
  void found(boolean passing) {
    metPassing = passing;
  }

  /** Whether members of its cluster passed to others while it held, when it was saved. */
  boolean hasMetPassing() {
    return metPassing;
  }

  /** Whether it is an application still, or one that was refused. */
  boolean isUndecided() {
    return content.from() == null;
  }

  @Override
  protected void write(MembershipContent next) {
    content = next;
  }
}
