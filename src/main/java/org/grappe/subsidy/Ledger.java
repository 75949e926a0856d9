package org.grappe.subsidy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.grappe.value.Money;
import org.grappe.value.PartialDate;
import org.grappe.value.Violations;

/**
 * The steps of a line in the order of time, each correction in the place of the step that it
 * corrects.
 */
final class Ledger {
  /** The first step of each place, and the one that holds it. */
  private final Map<UUID, Step> holders = new LinkedHashMap<>();

  private final Map<UUID, UUID> places = new LinkedHashMap<>();

  Ledger(List<Step> steps) {
    steps.forEach(this::add);
  }

  /** Takes a further step that has its id. */
  void add(Step step) {
    UUID place = step.corrects() == null ? step.id() : places.get(step.corrects());
    places.put(step.id(), place);
    holders.put(place, step);
  }

  /** Tells what stands against a further step. */
  void check(Step next, String at, Violations violations) {
    if (next.corrects() != null) {
      checkCorrection(next, at, violations);
      return;
    }
    violations.addIf(isCancelled(), at + "/status", "subsidy.cancelled");
    holders.values().forEach(before -> checkOrder(before, next, at, violations));
  }

  /** Only the step that holds a place can be corrected, and only what precedes it binds its day. */
  private void checkCorrection(Step next, String at, Violations violations) {
    UUID place = places.get(next.corrects());
    if (place == null) {
      violations.add(at + "/corrects", "subsidy.corrects-nothing", next.corrects());
      return;
    }
    violations.addIf(
        !holders.get(place).id().equals(next.corrects()), at + "/corrects", "subsidy.corrected");
    for (Map.Entry<UUID, Step> before : holders.entrySet()) {
      if (before.getKey().equals(place)) {
        return;
      }
      checkOrder(before.getValue(), next, at, violations);
    }
  }

  private static void checkOrder(Step before, Step next, String at, Violations violations) {
    PartialDate day = before.on();
    boolean backwards = day != null && next.on() != null && day.isSurelyAfter(next.on());
    if (backwards && !violations.has(at + "/on")) {
      violations.add(at + "/on", "date.before", day);
    }
  }

  /** The cluster that the line is assigned to in the end. */
  Optional<UUID> assigned() {
    return holders.values().stream()
        .map(Step::assignedTo)
        .filter(Objects::nonNull)
        .reduce((first, second) -> second);
  }

  /** The steps that hold their places, in the order of time. */
  List<Step> holding() {
    return List.copyOf(holders.values());
  }

  private boolean isCancelled() {
    return last().filter(step -> step.status() == Step.Status.CANCELLED).isPresent();
  }

  private Optional<Step> last() {
    return holders.values().stream().reduce((first, second) -> second);
  }

  /** The amount of the first step that has one. */
  Optional<Money> firstAmount() {
    return places.isEmpty()
        ? Optional.empty()
        : holders.values().stream().map(Step::amount).filter(Objects::nonNull).findFirst();
  }
}
