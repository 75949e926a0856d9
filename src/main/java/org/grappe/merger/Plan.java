package org.grappe.merger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;

/**
 * What a completion is told: of which merger, from which day, and what of the ballots and colleges.
 * So is a correction of its day, which knows what was written for the former one.
 *
 * @param effectiveOn from when the parties are one; the first day that this may mean is the day on
 *     which memberships pass
 * @param former from when they were, where it was completed already
 * @param act the act in the history by which all that was written for it is found
 */
record Plan(
    UUID merger,
    Merger.Content content,
    PartialDate effectiveOn,
    Unmapped unmapped,
    boolean withoutBallots,
    PartialDate former,
    UUID act) {

  static Plan completion(Merger merger, PartialDate on, Unmapped unmapped, boolean withoutBallots) {
    return new Plan(merger.id(), merger.content(), on, unmapped, withoutBallots, null, null);
  }

  /** That it has been effective from another day. */
  static Plan correction(Merger merger, PartialDate on) {
    return new Plan(
        merger.id(),
        merger.content(),
        on,
        Unmapped.CONTINUE_WITHOUT,
        true,
        merger.effectiveOn(),
        merger.completion());
  }

  /** That it has not been: on the day from which it is effective until now. */
  static Plan reversal(Merger merger) {
    return correction(merger, merger.effectiveOn());
  }

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
