package org.grappe.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The filters of a list whose rows indexes serve in parts, so that each is read in its order.
 *
 * @param <L> the list itself
 */
public abstract class Parted<L extends Parted<L>> extends Filtered<L> {
  /**
   * Some values of an enumeration, where an index serves each, or each of its parts.
   *
   * @param parts for every value conditions of which one holds for each row that has it, and none
   *     for another
   */
  public <E extends Enum<E>> L choiceInParts(
      String name, Class<E> type, String column, String about, Map<E, List<String>> parts) {
    return filter(ChoiceFilter.inParts(name, type, column, about, parts));
  }

  /**
   * The rows that a filter finds fall into parts, each of which an index serves in the order of the
   * list; {@code :descends} says which direction it has.
   */
  public L parts(String name, String... conditions) {
    List<Fragment> parts = Arrays.stream(conditions).map(Fragment::new).toList();
    return filter(filters().get(name).withParts((value, past) -> parts));
  }

  /**
   * A text that stands in the statement, so that the plan fits how many rows have it.
   *
   * @param condition finds them; in it, as in the parts, the text is {@code %s}
   * @param parts conditions of which one holds for each row that it finds, each for another table
   */
  public L textInParts(String name, String condition, String about, String... parts) {
    return textInParts(name, condition, about, List.of(parts), List.of(parts));
  }

  /**
   * The same where today's indexes tell of the past by other parts.
   *
   * @param ofPast those of the past
   */
  public L textInParts(
      String name, String condition, String about, List<String> parts, List<String> ofPast) {
    return filter(TextFilter.inParts(name, condition, about, parts, ofPast));
  }

  /** The indexes of a filter's parts have this order alone. */
  public L partsServe(String order, String name) {
    return filter(filters().get(name).servingOrder(order));
  }

  /**
   * In an order by an instant another table has what one part of a filter finds.
   *
   * @param part the part's place
   * @param id the record's id in that table, and {@code key} its instant
   */
  public L partByInstant(String name, int part, String order, String id, String key) {
    return filter(filters().get(name).withKeys(part, Sort.of(order, id, key, Sort.Kind.INSTANT)));
  }

  /** What a filter names, as SQL for each {@code id}: see {@link Walk}. */
  public L among(String name, String keys) {
    Fragment fragment = new Fragment(keys);
    return filter(filters().get(name).among((value, wide) -> fragment));
  }

  /** The same in words of its own for a value and for whether predecessors are included. */
  public L among(String name, BiFunction<Object, Boolean, Fragment> keys) {
    return filter(filters().get(name).among(keys));
  }
}
