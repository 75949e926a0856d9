package org.grappe.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The filters of a list, by the names of their parameters.
 *
 * @param <L> the list itself, so that what is said of it reads as one sentence
 */
public abstract class Filtered<L extends Filtered<L>> {
  private final Map<String, Filter> filters = new LinkedHashMap<>();

  abstract L self();

  public L text(String name, String condition, String about) {
    return filter(Filter.text(name, condition, about));
  }

  /**
   * A text that is ill-formed unless it is right.
   *
   * @param sentence the key of the sentence that says how it is written
   */
  public L written(
      String name, Predicate<String> isRight, String sentence, String condition, String about) {
    return text(
        name,
        condition,
        about,
        text -> {
          if (!isRight.test(text.strip())) {
            throw new IllFormed(sentence);
          }
          return text.strip();
        });
  }

  /** A part of a name, written and found as {@code q} is. */
  public L part(String name, String condition, String about) {
    return text(name, condition, about, ListRequest::words);
  }

  private L text(String name, String condition, String about, Function<String, Object> parse) {
    Fragment fragment = new Fragment(condition);
    return filter(
        new Filter(name, about, Filter.Kind.TEXT, List.of(), parse, (value, isWide) -> fragment));
  }

  /** Some values of an enumeration, of which a column has one. */
  public <E extends Enum<E>> L choice(String name, Class<E> type, String column, String about) {
    return filter(Filter.choice(name, type, column, about));
  }

  /** Some values of an enumeration, of which a column has an array. */
  public <E extends Enum<E>> L choiceOfSeveral(
      String name, Class<E> type, String column, String about) {
    return filter(Filter.choiceOfSeveral(name, type, column, about));
  }

  public L year(String name, String condition, String about) {
    return filter(Filter.year(name, condition, about));
  }

  public L reference(String name, String condition, String about) {
    return filter(Filter.reference(name, condition, about));
  }

  public L day(String name, String condition, String about) {
    return filter(Filter.day(name, condition, about));
  }

  /**
   * A record by slug or id, and {@code includePredecessors}.
   *
   * @param table the table of such records, which succeed one another
   * @param condition SQL in which {@code %1$s} is the comparison with the record, and {@code %2$s}
   *     an array of it and its predecessors
   */
  public L lineage(String table, String name, String condition, String about) {
    return filter(Filter.lineage(table, name, condition, about)).withPredecessors();
  }

  /** Filters that name a cluster or a region may be widened by {@code includePredecessors}. */
  public L withPredecessors() {
    return filter(Filter.predecessors());
  }

  public L filter(Filter filter) {
    filters.put(filter.name(), filter);
    return self();
  }

  public Map<String, Filter> filters() {
    return filters;
  }
}
