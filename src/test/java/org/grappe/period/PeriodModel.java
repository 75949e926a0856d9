package org.grappe.period;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** What was said of each field on which day, and nothing else. */
final class PeriodModel {
  static final List<String> FIELDS = List.of("name", "city", "acronym", "legalForm");
  final Map<String, String> first = new HashMap<>();
  final TreeMap<LocalDate, Map<String, String>> said = new TreeMap<>();
  private final LocalDate today;

  PeriodModel(LocalDate today) {
    this.today = today;
  }

  static LocalDate day(Random random) {
    return LocalDate.of(2010 + random.nextInt(24), 1 + random.nextInt(2), 1 + random.nextInt(3));
  }

  /** New values, some of which end one where that may be. */
  static Map<String, String> values(Random random, boolean ends) {
    Map<String, String> values = new HashMap<>();
    for (String field : FIELDS) {
      if (random.nextInt(3) == 0) {
        boolean none = ends && !field.equals("name") && random.nextInt(4) == 0;
        values.put(field, none ? null : field.charAt(0) + "" + random.nextInt(4));
      }
    }
    return values;
  }

  static Map<String, String> patched(Map<String, String> before, Map<String, String> values) {
    Map<String, String> patched = new HashMap<>(before);
    patched.putAll(values);
    patched.values().removeIf(Objects::isNull);
    return patched;
  }

  String value(String field, LocalDate day) {
    return saying(field, day).get(field);
  }

  private Map<String, String> saying(String field, LocalDate day) {
    return said.headMap(day, true).descendingMap().values().stream()
        .filter(says -> says.containsKey(field))
        .findFirst()
        .orElse(first);
  }

  boolean enter(LocalDate day, Map<String, String> values) {
    Map<String, String> there = new HashMap<>(said.getOrDefault(day, Map.of()));
    if (!change(there, day, values) || there.isEmpty()) {
      return false;
    }
    said.put(day, there);
    return true;
  }

  private boolean change(Map<String, String> there, LocalDate day, Map<String, String> values) {
    boolean changes = false;
    for (Map.Entry<String, String> one : values.entrySet()) {
      if (!Objects.equals(value(one.getKey(), day), one.getValue())) {
        changes = true;
        if (Objects.equals(value(one.getKey(), day.minusDays(1)), one.getValue())) {
          there.remove(one.getKey());
        } else {
          there.put(one.getKey(), one.getValue());
        }
      }
    }
    return changes;
  }

  void correctToday(Map<String, String> values) {
    values.forEach((field, value) -> saying(field, today).put(field, value));
  }

  boolean correct(LocalDate day, Map<String, String> values) {
    Map<String, String> there = new HashMap<>(said.get(day));
    change(there, day, values);
    if (there.isEmpty()) {
      return false;
    }
    said.put(day, there);
    return true;
  }
}
