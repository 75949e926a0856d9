package org.grappe.event.calendar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A component as it stands in a file, nothing of it understood yet. */
record RawComponent(String name, List<Line> lines) {
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

  /** A content line; the names of it and of its parameters are in upper case. */
  record Line(String name, Map<String, String> parameters, String value) {
    String parameter(String parameter) {
      return parameters.getOrDefault(parameter, "");
    }
  }

  List<Line> all(String property) {
    return lines.stream().filter(line -> line.name().equals(property)).toList();
  }

  Optional<Line> first(String property) {
    return lines.stream().filter(line -> line.name().equals(property)).findFirst();
  }

  boolean has(String property) {
    return first(property).isPresent();
  }

  String value(String property) {
    return first(property).map(line -> line.value().strip()).orElse("");
  }

  /** The text of a property, null where there is none or an empty one. */
  String text(String property) {
    return first(property)
        .map(line -> CalendarText.of(unescaped(line.value())).strip())
        .filter(text -> !text.isEmpty())
        .orElse(null);
  }

  private static String unescaped(String value) {
    return ESCAPED
        .matcher(value)
        .replaceAll(
            found ->
                found.group(1).equalsIgnoreCase("n")
                    ? "\n"
                    : java.util.regex.Matcher.quoteReplacement(found.group(1)));
  }
}
