package org.grappe.merger;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;

/**
 * What a succession is told: of which organisation, which other it becomes, and from which day.
 *
 * @param successor null where none is named yet
 * @param on from when it is that one; the first day that this may mean is the day on which
 *     memberships pass
 * @param act the act in the history by which all that was written for it is found; null before it
 */
record Succession(
    UUID organisation, UUID successor, PartialDate on, Memberships memberships, UUID act) {

  /** What becomes of its memberships and applications. */
  @Schema(name = "SuccessionMemberships")
  enum Memberships {
    CARRY,
    END
  }

  LocalDate day() {
    return on.firstDay();
  }
}
