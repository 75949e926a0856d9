package org.grappe.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The months by their French names, whole and cut short. */
final class MonthNames {
  private static final Map<String, String> NUMBERS =
      numbers(
          "jan janv janvier",
          "fev fevr fevrier",
          "mars",
          "avr avril",
          "mai",
          "juin",
          "juil juillet",
          "aout",
          "sept septembre",
          "oct octobre",
          "nov novembre",
          "dec decembre");

  private MonthNames() {}

  private static Map<String, String> numbers(String... months) {
    Map<String, String> numbers = new HashMap<>();
    for (int i = 0; i < months.length; i++) {
      for (String name : List.of(months[i].split(" ", -1))) {
        numbers.put(name, "%02d".formatted(i + 1));
      }
    }
    return numbers;
  }

  /** The number of a month, from 01, by its name with or without accents, in any case. */
  static Optional<String> number(String name) {
    return Optional.ofNullable(NUMBERS.get(Titles.plain(name)));
  }
}
