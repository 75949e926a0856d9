package org.grappe.query;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A query parameter that narrows a list.
 *
 * @param name the parameter
 * @param about what it does, for the documentation
 * @param kind how its text is written, for the documentation
 * @param choices the values it takes, where they are few
 * @param parse the value; {@link IllFormed} where the text is
 * @param condition the SQL for this value, in which it is {@code :v}, and for whether predecessors
 *     are included; none for a mere flag
 */
public record Filter(
    String name,
    String about,
    Kind kind,
    List<String> choices,
    Function<String, Object> parse,
    BiFunction<Object, Boolean, Fragment> condition) {

  /** The switch that widens a cluster to all those it came from. */
  public static final String PREDECESSORS = "includePredecessors";

  /** How a parameter is written. */
  public enum Kind {
    TEXT,
    /** Several texts. */
    TEXTS,
    /** One of a few values. */
    CHOICE,
    /** Several of them. */
    CHOICES,
    ID,
    FLAG,
    DAY,
    INSTANT,
    NUMBER
  }

  /** Whether it takes several values: set apart by commas, or each in a parameter of its own. */
  public boolean isList() {
    return kind == Kind.CHOICES || kind == Kind.TEXTS;
  }

  /** One whose condition is the same whatever its value. */
  static Filter of(
      String name, Kind kind, Function<String, Object> parse, String condition, String about) {
    Fragment fragment = new Fragment(condition);
    return new Filter(name, about, kind, List.of(), parse, (value, wide) -> fragment);
  }
}
