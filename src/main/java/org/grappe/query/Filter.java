package org.grappe.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * @param parts conditions of which one holds for each row that the condition finds, and an index
 *     serves each, for the value and for whether the past is asked; none where the condition is all
 *     there is
 * @param order the one that its parts serve; none where they serve any
 * @param keys of some parts, by their place, the keys in one order by which another table has them
 * @param among where it names a record, the SQL for the {@code id} of it, and of predecessors
 */
public record Filter(
    String name,
    String about,
    Kind kind,
    List<String> choices,
    Function<String, Object> parse,
    BiFunction<Object, Boolean, Fragment> condition,
    BiFunction<Object, Boolean, List<Fragment>> parts,
    String order,
    Map<Integer, Sort> keys,
    BiFunction<Object, Boolean, Fragment> among) {

  /** One that has no parts and names nothing. */
  public Filter(
      String name,
      String about,
      Kind kind,
      List<String> choices,
      Function<String, Object> parse,
      BiFunction<Object, Boolean, Fragment> condition) {
    this(
        name,
        about,
        kind,
        choices,
        parse,
        condition,
        (value, past) -> List.of(),
        null,
        Map.of(),
        null);
  }

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

  /** The same of a text that is the code of a region. */
  Filter ofRegion() {
    return new Filter(
        name,
        about + " A code is one to three digits or letters.",
        kind,
        choices,
        ParameterText::regionCode,
        condition,
        parts,
        order,
        keys,
        among);
  }

  Filter withParts(BiFunction<Object, Boolean, List<Fragment>> some) {
    return new Filter(name, about, kind, choices, parse, condition, some, order, keys, among);
  }

  Filter servingOrder(String only) {
    return new Filter(name, about, kind, choices, parse, condition, parts, only, keys, among);
  }

  Filter withKeys(int part, Sort some) {
    Map<Integer, Sort> all = new HashMap<>(keys);
    all.put(part, some);
    return new Filter(name, about, kind, choices, parse, condition, parts, order, all, among);
  }

  Filter among(BiFunction<Object, Boolean, Fragment> some) {
    return new Filter(name, about, kind, choices, parse, condition, parts, order, keys, some);
  }

  /** One whose condition is the same whatever its value. */
  static Filter of(
      String name, Kind kind, Function<String, Object> parse, String condition, String about) {
    Fragment fragment = new Fragment(condition);
    return new Filter(name, about, kind, List.of(), parse, (value, wide) -> fragment);
  }
}
