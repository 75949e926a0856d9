package org.grappe.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The filters of a list, by the names of their parameters. In each condition {@code :v} is the
 * value.
 *
 * @param <L> the list itself, so that what is said of it reads as one sentence
 */
public abstract class Filtered<L extends Filtered<L>> {
  private final Map<String, Filter> filters = new LinkedHashMap<>();

  abstract L self();

  public L text(String name, String condition, String about) {
    return filter(TextFilter.plain(name, condition, about));
  }

  /** A filter by a text takes codes of regions alone. */
  public L code(String name) {
    return filter(filters.get(name).ofRegion());
  }

  /**
   * A text that is ill-formed unless it is right.
   *
   * @param sentence the key of the sentence that says how it is written
   */
  public L written(
      String name, Predicate<String> isRight, String sentence, String condition, String about) {
    return filter(TextFilter.written(name, isRight, sentence, condition, about));
  }

  /** A part of a name, written and found as {@code q} is, in a column of plain names. */
  public L part(String name, String column, String about) {
    return filter(TextFilter.part(name, column, about));
  }

  /** Some values of an enumeration, of which a column has one. */
  public <E extends Enum<E>> L choice(String name, Class<E> type, String column, String about) {
    return filter(ChoiceFilter.ofOne(name, type, column, about));
  }

  /**
   * The same where a plan can know more of a value than that the column equals it.
   *
   * @param single for each such value the condition that finds the same rows
   */
  public <E extends Enum<E>> L choice(
      String name, Class<E> type, String column, String about, Map<E, String> single) {
    return filter(ChoiceFilter.ofOne(name, type, column, about, single));
  }

  /** Some values of an enumeration, of which a column has an array. */
  public <E extends Enum<E>> L choiceOfSeveral(
      String name, Class<E> type, String column, String about) {
    return filter(ChoiceFilter.ofSeveral(name, type, column, about));
  }

  /** A year; its value is a number. */
  public L year(String name, String condition, String about) {
    return filter(Filter.of(name, Filter.Kind.NUMBER, ParameterText::year, condition, about));
  }

  /** A record by its id. */
  public L reference(String name, String condition, String about) {
    return filter(Filter.of(name, Filter.Kind.ID, ParameterText::id, condition, about));
  }

  public L day(String name, String condition, String about) {
    return filter(Filter.of(name, Filter.Kind.DAY, ParameterText::day, condition, about));
  }

  /**
   * A record by slug or id, and {@code includePredecessors}; see {@link LineageFilter#of} for its
   * condition.
   */
  public L lineage(String table, String name, String condition, String about) {
    return filter(LineageFilter.of(table, name, condition, about)).withPredecessors();
  }

  /** Filters that name a cluster or a region may be widened by {@code includePredecessors}. */
  public L withPredecessors() {
    return filter(LineageFilter.predecessors());
  }

  public L filter(Filter filter) {
    filters.put(filter.name(), filter);
    return self();
  }

  public Map<String, Filter> filters() {
    return filters;
  }
}
