package org.grappe.merger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;

/**
 * What a completion is told: of which merger, from which day, and what of the ballots and colleges.
 *
 * @param effectiveOn from when the parties are one; the first day that this may mean is the day on
 *     which memberships pass
 */
record Plan(
    UUID merger,
    Merger.Content content,
    PartialDate effectiveOn,
    Unmapped unmapped,
    boolean withoutBallots) {

  /** What becomes of the members of a college that has no mapping. */
  @Schema(name = "UnmappedColleges")
  enum Unmapped {
    REFUSE,
    CONTINUE_WITHOUT
  }

  /** The parties that do not go on. */
  List<UUID> ending() {
    return content.parties().stream().filter(party -> !party.equals(content.result())).toList();
  }

  LocalDate day() {
    return effectiveOn.firstDay();
  }
}
