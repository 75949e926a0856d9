package org.grappe.period;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.grappe.value.PartialDate;

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
}
