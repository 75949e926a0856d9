package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grappe.merger.MembershipHandover.Counts;
import org.grappe.merger.MergerOutcome.Conflict;
import org.grappe.merger.MergerOutcome.Tally;
import org.grappe.merger.MergerOutcome.UnmappedCollege;

/**
 * All that passes from some clusters to others, by a merger as by a division. Each kind of record
 * has a class of its own, with what is counted beforehand beside what is written.
 */
@ApplicationScoped
class Handovers {
  private final MembershipHandover memberships;
  private final MemberColleges memberColleges;
  private final MembershipCorrection members;
  private final ApplicationHandover applications;
  private final ApplicationCorrection undecided;
  private final CollegeOpening colleges;
  private final MandateHandover mandates;
  private final OfficeHandover offices;
  private final ConventionHandover conventions;
  private final ShareHandover shares;
  private final SharesGivenBack givenBack;
  private final EventHandover events;
  private final AssignedLines lines;
  private final ClusterLives lives;
  private final ObstacleList list;

  Handovers(
      MembershipHandover memberships,
      MemberColleges memberColleges,
      MembershipCorrection members,
      ApplicationHandover applications,
      ApplicationCorrection undecided,
      CollegeOpening colleges,
      MandateHandover mandates,
      OfficeHandover offices,
      ConventionHandover conventions,
      ShareHandover shares,
      SharesGivenBack givenBack,
      EventHandover events,
      AssignedLines lines,
      ClusterLives lives,
      ObstacleList list) {
    this.memberships = memberships;
    this.memberColleges = memberColleges;
    this.members = members;
    this.applications = applications;
    this.undecided = undecided;
    this.colleges = colleges;
    this.mandates = mandates;
    this.offices = offices;
    this.conventions = conventions;
    this.shares = shares;
    this.givenBack = givenBack;
    this.events = events;
    this.lines = lines;
    this.lives = lives;
    this.list = list;
  }

  /** What it would do, counted by the very SQL that does it. */
  MergerOutcome outcome(Plan plan, List<Against> against) {
    List<Plan> parts = plan.parts();
    List<Plan> handing = parts.stream().filter(part -> part.result() != null).toList();
    List<Counts> members = parts.stream().map(memberships::counts).toList();
    List<UnmappedCollege> unmapped = plan.divides() ? List.of() : memberColleges.unmapped(plan);
    List<Conflict> conflicts = plan.divides() ? List.of() : memberColleges.conflicts(plan);
    return MergerOutcomeBuilder.builder()
        .memberships(sum(members, Counts::ending))
        .jointOrganisations(sum(members, Counts::joint))
        .resulting(sum(members, Counts::resulting))
        .applications(sum(handing, applications::handed))
        .mandates(mandates.ending(plan))
        .offices(sum(handing, offices::handed))
        .conventions(conventions.handed(plan))
        .events(sum(handing, events::handed))
        .shares(sum(parts, shares::handed))
        .unmappedColleges(unmapped)
        .collegeConflicts(conflicts)
        .obstacles(list.of(against))
        .build();
  }

  private static <T> Tally sum(List<T> parts, Function<T, Tally> tally) {
    return parts.stream().map(tally).reduce(Tally.NOTHING, Tally::and);
  }

  void carryOut(Plan plan) {
    List<Plan> parts = plan.parts();
    parts.forEach(lives::found);
    parts.forEach(colleges::carryOut);
    parts.forEach(applications::carryOut);
    parts.forEach(memberships::carryOut);
    mandates.carryOut(plan);
    parts.forEach(offices::carryOut);
    conventions.carryOut(plan);
    parts.forEach(shares::carryOut);
    parts.forEach(events::carryOut);
    lives.end(plan);
    lives.divide(plan);
  }

  /** Moves what was written to another day. */
  void correct(Plan plan) {
    lives.widen(plan);
    undecided.correct(plan);
    colleges.correct(plan);
    members.correct(plan);
    mandates.correct(plan);
    offices.correct(plan);
    conventions.correct(plan);
    givenBack.carryOut(plan);
    shares.correct(plan);
    plan.parts().forEach(shares::carryOut);
    events.correct(plan);
    plan.parts().forEach(events::carryOut);
    lives.narrow(plan);
  }

  /** What would have been handed over otherwise by the other day. */
  List<Against> contradictions(Plan plan) {
    return Stream.of(
            members.contradictions(plan),
            undecided.contradictions(plan),
            mandates.contradictions(plan),
            offices.contradictions(plan),
            conventions.contradictions(plan),
            givenBack.contradictions(plan),
            lines.contradictions(plan),
            events.unassigned(plan))
        .flatMap(List::stream)
        .toList();
  }
}
