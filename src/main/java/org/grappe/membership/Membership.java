package org.grappe.membership;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.grappe.record.StoredRecord;

/** An organisation belonging to a cluster for a time, or applying to. */
@Entity
@Table(name = "memberships")
class Membership extends StoredRecord<MembershipContent> {
  @Embedded private MembershipContent content;

  @Override
  public MembershipContent content() {
    return content;
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
