package org.grappe.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.grappe.problem.Problem;

/**
 * The periods of a record, oldest first. Each says what changed as it began; what else holds in it
 * is what held before, so what is put right in the past flows on to the next change.
 */
public final class Timeline {
  private final Beginnings beginnings;

  private Timeline(Beginnings beginnings) {
    this.beginnings = beginnings;
  }

  /**
   * Those of a record.
   *
   * @param stored as {@link #stored} told them
   * @param values what its own columns say, which is what holds in the first
   */
  public static Timeline of(List<Period> stored, UUID record, Map<String, String> values) {
    List<Beginning> all = new ArrayList<>();
    all.add(new Beginning(record, null, Set.of(), values, null, List.of()));
    stored.stream().skip(1).map(Beginning::of).forEach(all::add);
    return new Timeline(new Beginnings(all));
  }

  /** What is stored: nothing where nothing ever changed. */
  public List<Period> stored() {
    return beginnings.all().size() == 1 ? List.of() : beginnings.stored();
  }

  /** What holds in each. */
  public List<Map<String, String>> all() {
    return beginnings.values();
  }

  /** What a field was from which day on, wherever it changed. */
  public List<String> changesOf(String field) {
    List<String> changes = new ArrayList<>();
    List<Map<String, String>> all = all();
    for (int i = 0; i < all.size(); i++) {
      String value = all.get(i).get(field);
      if (i == 0 || !Objects.equals(value, all.get(i - 1).get(field))) {
        changes.add((i == 0 ? "" : beginnings.start(i).toString()) + ": " + value);
      }
    }
    return changes;
  }

  /** What holds in the first. */
  public Map<String, String> first() {
    return all().get(0);
  }

  /** What holds on a day; before the first change what held until then. */
  public Map<String, String> on(LocalDate day) {
    return all().get(beginnings.at(day));
  }

  /**
   * The period with this id.
   *
   * @throws Problem {@code not-found}
   */
  public Period period(UUID id) {
    return beginnings.stored(beginnings.place(id), all());
  }

  /**
   * With a change in the world; one on the first day of a period joins it.
   *
   * @param id of the period that begins with it
   * @throws Problem {@code validation-failed} where nothing changes by it
   */
  public Timeline with(UUID id, Transition change) {
    return new Timeline(Addition.of(beginnings, id, change));
  }

  /** With what holds on a day put right, each value where it began. */
  public Timeline corrected(LocalDate day, Map<String, String> next) {
    return new Timeline(Correction.of(beginnings, day, next));
  }

  /**
   * With a period put right: it has these values, and begins when the change says.
   *
   * @throws Problem {@code validation-failed}
   */
  public Timeline corrected(UUID id, Transition right) {
    return new Timeline(Correction.of(beginnings, id, right));
  }

  /**
   * Without a change, which is taken back.
   *
   * @throws Problem {@code validation-failed} where it is the first, which no change began
   */
  public Timeline without(UUID id) {
    return new Timeline(Correction.without(beginnings, id));
  }
}
