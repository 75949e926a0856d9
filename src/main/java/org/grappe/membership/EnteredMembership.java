package org.grappe.membership;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.grappe.query.View;
import org.grappe.value.Ref;

/**
 * A membership that was continued late, with what could not be.
 *
 * @param unmappedColleges colleges for whose members what followed has none
 */
record EnteredMembership(@JsonUnwrapped MembershipView membership, List<Ref> unmappedColleges)
    implements View {

  @Override
  @JsonIgnore
  public UUID id() {
    return membership.id();
  }

  @Override
  @JsonIgnore
  public long version() {
    return membership.version();
  }
}
