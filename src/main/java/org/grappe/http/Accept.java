package org.grappe.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media ranges that a caller accepts (RFC 9110, 12.5.1). Of a range, all parameters but its
 * weight are passed over, for no type here has another form; what is no range accepts nothing.
 */
record Accept(List<Range> ranges) {
  private static final String TOKEN = "[A-Za-z0-9!#$%&'+.^_`|~-]+";

  /** Some clients write one star for all. */
  private static final Pattern RANGE =
      Pattern.compile("(?<type>\\*|\\*/\\*|" + TOKEN + "/(?:\\*|" + TOKEN + "))\\s*(?<rest>;.*)?");

  private static final Pattern WEIGHT =
      Pattern.compile("(?i);\\s*q\\s*=\\s*(?<q>[01](?:\\.[0-9]*)?|\\.[0-9]+)\\s*(?:;|$)");

  private static final Pattern ANY_WEIGHT = Pattern.compile("(?i);\\s*q\\s*=");

  /** How closely a range names a type: all types, those of a kind, or the one. */
  private static final int ALL = 0;

  private static final int KIND = 1;
  private static final int ONE = 2;

  /** One range; the place is where it stands. */
  record Range(String type, double weight, int place) {
    boolean takes(String offered) {
      return closeness() == ALL
          || (closeness() == KIND && offered.startsWith(type.substring(0, type.length() - 1)))
          || type.equals(offered);
    }

    int closeness() {
      return type.startsWith("*") ? ALL : type.endsWith("/*") ? KIND : ONE;
    }
  }

  /** One of the types offered, by the range that names it most closely. */
  private record Choice(String type, Range by) {}

  static Accept of(String header) {
    List<Range> ranges = new ArrayList<>();
    for (String text : header.split(",")) {
      range(text.strip(), ranges.size()).ifPresent(ranges::add);
    }
    return new Accept(List.copyOf(ranges));
  }

  private static Optional<Range> range(String text, int place) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return Optional.empty();
    }
    String rest = range.group("rest") == null ? "" : range.group("rest");
    Matcher weight = WEIGHT.matcher(rest);
    boolean isWeighed = weight.find();
    if (!isWeighed && ANY_WEIGHT.matcher(rest).find()) {
      return Optional.empty();
    }
    double q = isWeighed ? Math.min(1, Double.parseDouble(weight.group("q"))) : 1;
    return Optional.of(new Range(range.group("type").toLowerCase(Locale.ROOT), q, place));
  }

  /**
   * The type that the caller likes best; of equal ones that which is named more closely, or first
   * by the caller, or else by the service.
   */
  Optional<String> best(List<String> offered) {
    return offered.stream()
        .flatMap(type -> closest(type).map(range -> new Choice(type, range)).stream())
        .filter(choice -> choice.by().weight() > 0)
        .min(
            Comparator.comparing((Choice choice) -> -choice.by().weight())
                .thenComparing(choice -> -choice.by().closeness())
                .thenComparing(choice -> choice.by().place()))
        .map(Choice::type);
  }

  private Optional<Range> closest(String offered) {
    String bare = offered.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
    return ranges.stream()
        .filter(range -> range.takes(bare))
        .max(
            Comparator.comparing(Range::closeness)
                .thenComparing(Range::weight)
                .thenComparing(range -> -range.place()));
  }
}
