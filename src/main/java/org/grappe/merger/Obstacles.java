package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grappe.config.Today;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/** What stands against a completion. */
@ApplicationScoped
class Obstacles {
  private final MergerRules rules;
  private final MemberColleges colleges;
  private final Today today;
  private final ClusterDays days;
  private final CountingBallots ballots;
  private final CarriedMembers carried;
  private final LaterRecords later;

  Obstacles(
      MergerRules rules,
      MemberColleges colleges,
      Today today,
      ClusterDays days,
      CountingBallots ballots,
      CarriedMembers carried,
      LaterRecords later) {
    this.rules = rules;
    this.colleges = colleges;
    this.today = today;
    this.days = days;
    this.ballots = ballots;
    this.carried = carried;
    this.later = later;
  }

  /** All there is, what matters most first. */
  List<Against> all(Plan plan, Merger merger) {
    List<Against> found = new ArrayList<>();
    try {
      merger.requireOpen();
    } catch (Problem closed) {
      found.add(Against.of(closed));
    }
    PartialDate on = plan.effectiveOn();
    if (on.firstDay().isAfter(today.day())) {
      found.add(Against.of(Problems.validationFailed("/effectiveOn", "date.future", on)));
    }
    if (plan.result() == null) {
      found.add(Against.conflict("merger.no-result"));
    }
    if (rules.isCircle(merger.content())) {
      found.add(Against.of(Problems.validationFailed("/result", "merger.circle")));
    }
    found.addAll(ballots.obstacles(plan));
    found.addAll(days.obstacles(plan));
    found.addAll(carried.obstacles(plan));
    found.addAll(later.inParties(plan));
    found.addAll(later.inResult(plan));
    unmapped(plan, found);
    return found;
  }

  private void unmapped(Plan plan, List<Against> found) {
    if (plan.unmapped() == Plan.Unmapped.REFUSE) {
      List<MergerOutcome.UnmappedCollege> unmapped = colleges.unmapped(plan);
      if (!unmapped.isEmpty()) {
        String names =
            unmapped.stream()
                .map(college -> college.name() + " (" + college.cluster().name() + ")")
                .collect(Collectors.joining(", "));
        found.add(
            Against.of(
                Problems.of(MergerProblems.COLLEGE_UNMAPPED, "merger.college-unmapped", names)
                    .withMember("unmappedColleges", unmapped)));
      }
    }
  }
}
