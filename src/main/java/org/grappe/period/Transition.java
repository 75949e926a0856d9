package org.grappe.period;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.grappe.value.PartialDate;
import org.grappe.value.Texts;

/**
 * A change in the world.
 *
 * @param values the new ones, by field
 * @param givenUp the fields that have none from then on
 */
public record Transition(
    PartialDate on,
    Map<String, String> values,
    Set<String> givenUp,
    String reason,
    List<UUID> sources) {
  /** So long a reason is at most, in code points. */
  private static final int LONGEST = 4_000;

  /** One whose values may be null where nothing is said. */
  public static Map<String, String> values(String... fields) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i + 1] != null) {
        values.put(fields[i], fields[i + 1]);
      }
    }
    return values;
  }

  /**
   * What holds after it: what is tied to a field ends with its value, as a SIRET with its SIREN.
   */
  Map<String, String> after(Map<String, String> before) {
    Map<String, String> after = new HashMap<>(before);
    after.keySet().removeAll(givenUp);
    Beginning.TIED.forEach(
        (field, tied) -> {
          String value = values.get(field);
          if (value == null ? givenUp.contains(field) : !value.equals(before.get(field))) {
            after.remove(tied);
          }
        });
    after.putAll(values);
    return after;
  }

  /** The beginning of the period that it begins. */
  Beginning beginning(UUID id) {
    return new Beginning(id, on, Set.of(), Map.of(), reason, sources);
  }

  /**
   * That of a period which begins on its day already. Keeps the day as it was told, for of the
   * earlier change no more is known; and all reasons.
   */
  Beginning joining(Beginning there) {
    Set<UUID> all = new LinkedHashSet<>(there.sources());
    all.addAll(sources);
    return there.on(there.from(), both(there.reason(), reason), List.copyOf(all));
  }

  private static String both(String before, String more) {
    if (before == null || more == null || before.equals(more)) {
      return before == null ? more : before;
    }
    String both = before + "\n" + more;
    return Texts.length(both) > LONGEST ? more : both;
  }
}
