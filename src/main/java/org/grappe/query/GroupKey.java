package org.grappe.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What groups are put in order by.
 *
 * @param parts SQL of each, never null, the first first
 */
public record GroupKey(List<Part> parts) {
  /**
   * One of what groups are put in order by.
   *
   * @param sql an expression that is never null
   * @param type its type in SQL
   */
  public record Part(String sql, String type) {
    /** A text; an unknown one is last. */
    public static Part text(String sql) {
      return new Part("coalesce(" + sql + ", U&'\\FFFF')", "text");
    }

    /** A whole number; an unknown one is last. */
    public static Part number(String sql) {
      return new Part("coalesce(" + sql + ", 2147483647)", "bigint");
    }
  }

  String order() {
    return parts.stream().map(Part::sql).collect(Collectors.joining(", "));
  }

  /** All of it as one text. */
  String text() {
    return "jsonb_build_array(" + order() + ")::text";
  }

  /** Finds what follows a group of which {@code :key} is the text. */
  String after() {
    String said =
        IntStream.range(0, parts.size())
            .mapToObj(i -> "(:key::jsonb ->> %d)::%s".formatted(i, parts.get(i).type()))
            .collect(Collectors.joining(", "));
    return "(" + order() + ") > (" + said + ")";
  }
}
