package org.grappe.query;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL in which <code>{c.name}</code> stands for the value that a column has on the day, {@code
 * :on}, where the table keeps the periods of its records in a column {@code periods}. Almost no
 * record has any, and an index has the others by the column itself: so there are three ways to say
 * it. <code>{x|y}</code> gives both by hand: {@code x}, null where there are periods, or else
 * {@code y}.
 */
public final class Dated {
  private static final Pattern COLUMN = Pattern.compile("\\{([a-z]\\w*)\\.\"?([a-z]\\w*)\"?\\}");
  private static final Pattern BOTH = Pattern.compile("\\{([^{}|]+)\\|([^{}|]+)\\}");

  private Dated() {}

  /** Whether a text says any such value. */
  static boolean isIn(String text) {
    return COLUMN.matcher(text).find() || BOTH.matcher(text).find();
  }

  /** SQL for any row. */
  public static String onDay(String text) {
    String columns = columns(text, Dated::onDay);
    return BOTH.matcher(columns).replaceAll("coalesce($1, $2)");
  }

  /** SQL for rows without periods. */
  static String undated(String text) {
    return BOTH.matcher(COLUMN.matcher(text).replaceAll("$1.\"$2\"")).replaceAll("$1");
  }

  /** SQL for rows with periods. */
  static String dated(String text) {
    return BOTH.matcher(columns(text, Dated::onDay)).replaceAll("$2");
  }

  /** The ids of the rows of a table that a condition finds, each half by itself. */
  public static String ids(String table, String alias, String condition) {
    String half = "select " + alias + ".id from " + table + " " + alias + " where " + alias;
    return "%1$s.periods = '[]' and (%2$s) union all %1$s.periods <> '[]' and (%3$s)"
        .formatted(half, undated(condition), onDay(condition));
  }

  /** A condition for any row, of which an index may serve both halves. */
  public static String either(String text) {
    Set<String> aliases = new TreeSet<>();
    COLUMN.matcher(text).results().forEach(found -> aliases.add(found.group(1)));
    return aliases.size() == 1 && !BOTH.matcher(text).find()
        ? "((%1$s.periods = '[]' and (%2$s)) or (%1$s.periods <> '[]' and (%3$s)))"
            .formatted(aliases.iterator().next(), undated(text), onDay(text))
        : onDay(text);
  }

  private static String columns(
      String text, java.util.function.Function<MatchResult, String> replacement) {
    return COLUMN
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
  }

  private static String onDay(MatchResult column) {
    return "on_day(%1$s.\"%2$s\", %1$s.periods, '%3$s', :on)"
        .formatted(column.group(1), column.group(2), camelCase(column.group(2)));
  }

  private static String camelCase(String column) {
    return Pattern.compile("_([a-z])")
        .matcher(column)
        .replaceAll(found -> found.group(1).toUpperCase(java.util.Locale.ROOT));
  }
}
