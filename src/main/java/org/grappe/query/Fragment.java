package org.grappe.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of SQL whose {@code :names} are parameters; parsed once, bound at every request. */
public final class Fragment {
  private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([a-z]\\w*)");

  /** What stands before each name. */
  private final List<String> texts = new ArrayList<>();

  private final List<String> names = new ArrayList<>();
  private final String rest;
  private final Fragment undated;
  private final Fragment dated;
  private final Fragment either;

  /** One that may say values as {@link Dated} has them. */
  public Fragment(String text) {
    this(
        Dated.onDay(text),
        Dated.isIn(text) ? new Fragment(Dated.undated(text), null, null, null) : null,
        Dated.isIn(text) ? new Fragment(Dated.dated(text), null, null, null) : null,
        Dated.isIn(text) ? new Fragment(Dated.either(text), null, null, null) : null);
  }

  private Fragment(String text, Fragment undated, Fragment dated, Fragment either) {
    this.undated = undated;
    this.dated = dated;
    this.either = either;
    Matcher matcher = NAME.matcher(text);
    int end = 0;
    while (matcher.find()) {
      texts.add(text.substring(end, matcher.start()));
      names.add(matcher.group(1));
      end = matcher.end();
    }
    rest = text.substring(end);
  }

  /** Whether it says what some records have by the day. */
  boolean isDated() {
    return undated != null;
  }

  /** The same of these rows. */
  Fragment of(DatedRows rows) {
    if (undated == null) {
      return this;
    }
    return switch (rows) {
      case ALL -> this;
      case WITHOUT_PERIODS -> undated;
      case WITH_PERIODS -> dated;
    };
  }

  /** The same as a condition of these rows. */
  Fragment conditionOf(DatedRows rows) {
    return rows == DatedRows.ALL && either != null ? either : of(rows);
  }

  /** Adds this to a statement. */
  void appendTo(StringBuilder statement, List<Object> args, Map<String, Object> values) {
    appendTo(statement, args, values, UnaryOperator.identity());
  }

  /** The same in other words for what stands between the values. */
  void appendTo(
      StringBuilder statement,
      List<Object> args,
      Map<String, Object> values,
      UnaryOperator<String> words) {
    for (int i = 0; i < names.size(); i++) {
      Object value = values.get(names.get(i));
      if (value == null) {
        throw new IllegalStateException("no value for :" + names.get(i));
      }
      statement.append(words.apply(texts.get(i)));
      if (value instanceof Literal literal) {
        statement.append(literal.sql());
      } else {
        statement.append('?');
        args.add(value);
      }
    }
    statement.append(words.apply(rest));
  }
}
