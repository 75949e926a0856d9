package org.grappe.merger;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;

/**
 * What a completion is told: of which merger or division, from which day, what passes from whom to
 * whom. So is a correction of its day, which knows what was written for the former one.
 *
 * @param of the merger or division
 * @param division the same where it is a division, in which what passes is assigned
 * @param parties the clusters that take part; of a division that which comes apart
 * @param voters those of them whose assemblies decide
 * @param result to whom it passes; none where it just ends
 * @param results all to whom anything passes
 * @param passing the clusters from which it passes
 * @param ending those of them that end by it
 * @param taken the parties that had ended before, and are taken over
 * @param effectiveOn from when it is so; the first day that this may mean is the day on which
 *     memberships pass
 * @param carried the members who go on in a cluster that takes over
 * @param former from when it was, where it was completed already
 * @param act the act in the history by which all that was written for it is found
 */
@RecordBuilder
record Plan(
    UUID of,
    UUID division,
    List<UUID> parties,
    List<UUID> voters,
    UUID result,
    List<UUID> results,
    List<UUID> passing,
    List<UUID> ending,
    List<UUID> taken,
    PartialDate effectiveOn,
    Unmapped unmapped,
    boolean withoutBallots,
    Carried carried,
    PartialDate former,
    UUID act)
    implements PlanBuilder.With, Terms {

  /** What becomes of the members of a college that has no mapping. */
  @Schema(name = "UnmappedColleges")
  enum Unmapped {
    REFUSE,
    CONTINUE_WITHOUT
  }

  static Plan completion(
      Merger merger, PartialDate on, Unmapped unmapped, boolean withoutBallots, Carried carried) {
    Merger.Content content = merger.content();
    UUID result = content.result();
    List<UUID> others = content.parties().stream().filter(party -> !party.equals(result)).toList();
    List<UUID> ending = content.takesOver() ? List.of() : others;
    return new Plan(
        merger.id(),
        null,
        content.parties(),
        content.parties().stream().filter(content::votes).toList(),
        result,
        result == null ? List.of() : List.of(result),
        ending,
        ending,
        content.takesOver() ? others : List.of(),
        on,
        unmapped,
        withoutBallots,
        carried,
        null,
        null);
  }

  /** That it has been effective from another day. */
  static Plan correction(Merger merger, PartialDate on) {
    return completion(merger, on, Unmapped.CONTINUE_WITHOUT, true, Carried.NOBODY)
        .again(merger.effectiveOn(), merger.completion());
  }

  /** That it has not been: on the day from which it is effective until now. */
  static Plan reversal(Merger merger) {
    return correction(merger, merger.effectiveOn());
  }

  /** All of a division; what leaves passes to nobody. */
  static Plan completion(Division division, PartialDate on, boolean withoutBallots) {
    List<UUID> source = List.of(division.content().cluster());
    return new Plan(
        division.id(),
        division.id(),
        source,
        source,
        null,
        division.content().results(),
        source,
        division.content().splits() ? source : List.of(),
        List.of(),
        on,
        Unmapped.CONTINUE_WITHOUT,
        withoutBallots,
        Carried.NOBODY,
        null,
        null);
  }

  /** That it has been effective from another day. */
  static Plan correction(Division division, PartialDate on) {
    return completion(division, on, true).again(division.effectiveOn(), division.completion());
  }

  /** That it has not been. */
  static Plan reversal(Division division) {
    return correction(division, division.effectiveOn());
  }

  /** What passes to each result by itself; of a division also, last, what leaves. */
  List<Plan> parts() {
    return division == null
        ? List.of(this)
        : Stream.concat(results.stream().map(this::withResult), Stream.of(this)).toList();
  }

  boolean divides() {
    return division != null;
  }

  LocalDate day() {
    return effectiveOn.firstDay();
  }

  private Plan again(PartialDate day, UUID completion) {
    return withFormer(day).withAct(completion);
  }

  @Override
  public String beginning() {
    return PlanRow.SQL;
  }

  @Override
  public List<Object> args(Sight sight) {
    return PlanRow.args(this, sight);
  }
}
