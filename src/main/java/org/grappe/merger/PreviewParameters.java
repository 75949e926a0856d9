package org.grappe.merger;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Locale;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/** What the parameters of a preview say. */
final class PreviewParameters {
  private PreviewParameters() {}

  /** The day; null where there is none. */
  static PartialDate date(String name, String text) {
    try {
      return text == null ? null : new PartialDate(text);
    } catch (DateTimeException impossible) {
      throw Problems.parameter(name, "type.partial-date", text);
    }
  }

  /** What was chosen; the first that there is where nothing was. */
  static <E extends Enum<E>> E choice(String name, String text, Class<E> type) {
    E[] choices = type.getEnumConstants();
    if (text == null) {
      return choices[0];
    }
    String word = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(choices)
        .filter(choice -> choice.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.parameter(
                    name,
                    "parameter.choice",
                    Arrays.stream(choices).map(Enum::name).collect(joining(", "))));
  }
}
