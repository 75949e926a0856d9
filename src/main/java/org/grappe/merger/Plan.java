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
 * @param carried the members who go on in a cluster that takes over
 * @param former from when they were, where it was completed already
 * @param act the act in the history by which all that was written for it is found
 */
record Plan(
    UUID merger,
    Merger.Content content,
    PartialDate effectiveOn,
    Unmapped unmapped,
    boolean withoutBallots,
    Carried carried,
    PartialDate former,
    UUID act) {

  static Plan completion(
      Merger merger, PartialDate on, Unmapped unmapped, boolean withoutBallots, Carried carried) {
    return new Plan(
        merger.id(), merger.content(), on, unmapped, withoutBallots, carried, null, null);
  }

  /** That it has been effective from another day. */
  static Plan correction(Merger merger, PartialDate on) {
    return new Plan(
        merger.id(),
        merger.content(),
        on,
        Unmapped.CONTINUE_WITHOUT,
        true,
        Carried.NOBODY,
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

  /** The parties that end by it, and hand over what they have. */
  List<UUID> ending() {
    return content.takesOver() ? List.of() : others();
  }

  /** The parties that had ended before, and are taken over. */
  List<UUID> taken() {
    return content.takesOver() ? others() : List.of();
  }

  private List<UUID> others() {
    return content.parties().stream().filter(party -> !party.equals(content.result())).toList();
  }

  /** Those whose assemblies decide. */
  List<UUID> voters() {
    return content.parties().stream().filter(content::votes).toList();
  }

  LocalDate day() {
    return effectiveOn.firstDay();
  }
}
