package org.grappe.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Texts;

/**
 * The periods of a record, oldest first. Each says what changed as it began; what else holds in it
 * is what held before, so what is put right in the past flows on to the next change.
 */
public final class Timeline {
  /** So many changes a record has at most. */
  private static final int MOST = 100;

  /** So long a reason is at most, in code points. */
  private static final int LONGEST = 4_000;

  private final List<Beginning> beginnings;

  private Timeline(List<Beginning> beginnings) {
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
    return new Timeline(all);
  }

  /** What is stored: nothing where nothing ever changed. */
  public List<Period> stored() {
    List<Map<String, String>> values = all();
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < beginnings.size() && beginnings.size() > 1; i++) {
      periods.add(stored(i, values));
    }
    return List.copyOf(periods);
  }

  /** What holds in each. */
  public List<Map<String, String>> all() {
    List<Map<String, String>> all = new ArrayList<>();
    Map<String, String> before = Map.of();
    for (Beginning beginning : beginnings) {
      before = beginning.after(before);
      all.add(before);
    }
    return all;
  }

  /** What a field was from which day on, wherever it changed. */
  public List<String> changesOf(String field) {
    List<String> changes = new ArrayList<>();
    List<Map<String, String>> all = all();
    for (int i = 0; i < all.size(); i++) {
      String value = all.get(i).get(field);
      if (i == 0 || !Objects.equals(value, all.get(i - 1).get(field))) {
        changes.add((i == 0 ? "" : start(i).toString()) + ": " + value);
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
    return all().get(at(day));
  }

  private int at(LocalDate day) {
    int at = 0;
    while (at + 1 < beginnings.size() && !start(at + 1).isAfter(day)) {
      at++;
    }
    return at;
  }

  private LocalDate start(int at) {
    return beginnings.get(at).from().firstDay();
  }

  /**
   * The period with this id.
   *
   * @throws Problem {@code not-found}
   */
  public Period period(UUID id) {
    return stored(place(id), all());
  }

  private Period stored(int at, List<Map<String, String>> values) {
    Map<String, String> before = at == 0 ? Map.of() : values.get(at - 1);
    return beginnings.get(at).stored(before, values.get(at));
  }

  private int place(UUID id) {
    for (int i = 0; i < beginnings.size(); i++) {
      if (beginnings.get(i).id().equals(id)) {
        return i;
      }
    }
    throw Problems.notFound("periods", id);
  }

  /**
   * With a change in the world; one on the first day of a period joins it.
   *
   * @param id of the period that begins with it
   * @throws Problem {@code validation-failed} where nothing changes by it
   */
  public Timeline with(UUID id, Transition change) {
    LocalDate day = change.on().firstDay();
    int at = at(day);
    boolean joins = at > 0 && start(at).equals(day);
    List<Map<String, String>> all = all();
    Map<String, String> now = all.get(at);
    Beginning begun =
        joins
            ? joined(beginnings.get(at), change)
            : new Beginning(id, change.on(), Set.of(), Map.of(), change.reason(), change.sources());
    Beginning next = begun.saying(all.get(joins ? at - 1 : at), now, change.after(now));
    if (next.changed().isEmpty() || (joins && change.after(now).equals(now))) {
      throw Problems.validationFailed("", "period.unchanged");
    }
    List<Beginning> more = new ArrayList<>(beginnings);
    if (joins) {
      more.set(at, next);
    } else if (more.size() > MOST) {
      throw Problems.validationFailed("", "items.max", MOST);
    } else {
      more.add(at + 1, next);
    }
    return new Timeline(more);
  }

  /** Keeps the day as it was told, for of the earlier change no more is known; and all reasons. */
  private static Beginning joined(Beginning there, Transition change) {
    Set<UUID> sources = new LinkedHashSet<>(there.sources());
    sources.addAll(change.sources());
    return there.on(there.from(), both(there.reason(), change.reason()), List.copyOf(sources));
  }

  private static String both(String before, String more) {
    if (before == null || more == null || before.equals(more)) {
      return before == null ? more : before;
    }
    String both = before + "\n" + more;
    return Texts.length(both) > LONGEST ? more : both;
  }

  /** With what holds on a day put right, each value where it began. */
  public Timeline corrected(LocalDate day, Map<String, String> next) {
    List<Beginning> more = new ArrayList<>(beginnings);
    Map<String, String> now = on(day);
    Set<String> fields = new TreeSet<>(now.keySet());
    fields.addAll(next.keySet());
    for (String field : fields) {
      if (!Objects.equals(now.get(field), next.get(field))) {
        int at = at(day);
        while (!more.get(at).says(field)) {
          at--;
        }
        more.set(at, more.get(at).saying(field, next.get(field)));
      }
    }
    return new Timeline(more);
  }

  /**
   * With a period put right: it has these values, and begins when the change says.
   *
   * @throws Problem {@code validation-failed}
   */
  public Timeline corrected(UUID id, Transition right) {
    int at = place(id);
    List<Map<String, String>> all = all();
    if (at == 0) {
      if (right.on() != null || right.reason() != null || !right.sources().isEmpty()) {
        throw Problems.validationFailed("", "period.first");
      }
      List<Beginning> more = new ArrayList<>(beginnings);
      more.set(0, more.get(0).saying(Map.of(), all.get(0), right.values()));
      return new Timeline(more);
    }
    if (right.on() == null) {
      throw Problems.validationFailed("/from", "field.missing");
    }
    List<Beginning> others = new ArrayList<>(beginnings);
    Beginning moved = others.remove(at).on(right.on(), right.reason(), right.sources());
    Timeline rest = new Timeline(others);
    int before = rest.at(right.on().firstDay());
    if (before > 0 && rest.start(before).equals(right.on().firstDay())) {
      throw Problems.validationFailed("/from", "period.taken");
    }
    Beginning next = moved.saying(rest.all().get(before), all.get(at), right.values());
    if (next.changed().isEmpty()) {
      throw Problems.validationFailed("", "period.unchanged");
    }
    others.add(next);
    others.sort(Comparator.comparing(one -> one.isFirst() ? LocalDate.MIN : one.from().firstDay()));
    return new Timeline(others);
  }

  /**
   * Without a change, which is taken back.
   *
   * @throws Problem {@code validation-failed} where it is the first, which no change began
   */
  public Timeline without(UUID id) {
    int at = place(id);
    if (at == 0) {
      throw Problems.validationFailed("", "period.first-stays");
    }
    List<Beginning> fewer = new ArrayList<>(beginnings);
    fewer.remove(at);
    return new Timeline(fewer);
  }
}
