package org.grappe.period;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.grappe.value.PartialDate;

/**
 * The beginning of a period: what changed then, and nothing else, so that what is put right before
 * it flows on.
 *
 * @param from absent of the first, which says all
 * @param changed the fields that it says, one of them absent from {@code values} where it ends
 */
record Beginning(
    UUID id,
    PartialDate from,
    Set<String> changed,
    Map<String, String> values,
    String reason,
    List<UUID> sources) {

  /** A SIRET is one of its SIREN, and ends with it; so is it a name that is a working name. */
  static final Map<String, String> TIED = Map.of("siren", "siret", "name", "nameProvisional");

  static Beginning of(Period stored) {
    Set<String> changed = new TreeSet<>(stored.changed());
    changed.addAll(stored.unchanged() == null ? List.of() : stored.unchanged());
    TIED.forEach(
        (field, tied) -> changed.addAll(changed.contains(field) ? Set.of(tied) : Set.of()));
    Map<String, String> values = stored.values();
    values.keySet().retainAll(changed);
    return new Beginning(
        stored.id(), stored.from(), changed, values, stored.reason(), stored.sources());
  }

  boolean isFirst() {
    return from == null;
  }

  /** Whether it says what a field is from then on. */
  boolean says(String field) {
    return isFirst() || changed.contains(field);
  }

  /** What holds from then on, after what held before. */
  Map<String, String> after(Map<String, String> before) {
    Map<String, String> holding = new HashMap<>(before);
    changed.forEach(holding::remove);
    holding.putAll(values);
    return holding;
  }

  /** The same with another value of a field; null ends it. */
  Beginning saying(String field, String value) {
    Set<String> fields = new TreeSet<>(changed);
    Map<String, String> said = new HashMap<>(values);
    if (!isFirst()) {
      fields.add(field);
    }
    if (value == null) {
      said.remove(field);
    } else {
      said.put(field, value);
    }
    return new Beginning(id, from, fields, said, reason, sources);
  }

  /** The same with all values that differ from these; what is as before isn't said. */
  Beginning saying(Map<String, String> before, Map<String, String> now, Map<String, String> next) {
    Beginning result = this;
    Set<String> all = new TreeSet<>(now.keySet());
    all.addAll(next.keySet());
    for (String field : all) {
      String value = next.get(field);
      if (!Objects.equals(now.get(field), value)) {
        result =
            Objects.equals(before.get(field), value) && !isFirst()
                ? result.silentOn(field)
                : result.saying(field, value);
      }
    }
    return result.tied(before, next);
  }

  private Beginning silentOn(String field) {
    Set<String> fields = new TreeSet<>(changed);
    Map<String, String> said = new HashMap<>(values);
    fields.remove(field);
    said.remove(field);
    return new Beginning(id, from, fields, said, reason, sources);
  }

  /** It says what is tied to what it says, and of that alone only what is another than before. */
  private Beginning tied(Map<String, String> before, Map<String, String> next) {
    Beginning result = this;
    for (Map.Entry<String, String> pair : TIED.entrySet()) {
      String tied = pair.getValue();
      if (!isFirst() && changed.contains(pair.getKey())) {
        result = result.saying(tied, next.get(tied));
      } else if (!isFirst() && Objects.equals(before.get(tied), next.get(tied))) {
        result = result.silentOn(tied);
      }
    }
    return result;
  }

  Beginning on(PartialDate day, String why, List<UUID> where) {
    return new Beginning(id, day, changed, values, why, where);
  }

  /** As it is stored and told: what it says that was so before has not changed. */
  Period stored(Map<String, String> before, Map<String, String> holding) {
    List<String> told =
        changed.stream()
            .filter(field -> !Objects.equals(before.get(field), holding.get(field)))
            .toList();
    Set<String> unchanged = new TreeSet<>(changed);
    unchanged.removeAll(told);
    TIED.forEach(
        (field, tied) -> unchanged.removeAll(changed.contains(field) ? Set.of(tied) : Set.of()));
    return Period.of(
        id, from, holding, new Period.Why(told, List.copyOf(unchanged), reason, sources));
  }
}
