package org.grappe.query;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    return filter(Filter.of(name, Filter.Kind.TEXT, ParameterText::plain, condition, about));
  }

  /**
   * A text that is ill-formed unless it is right.
   *
   * @param sentence the key of the sentence that says how it is written
   */
  public L written(
      String name, Predicate<String> isRight, String sentence, String condition, String about) {
    Function<String, Object> parse =
        text -> {
          if (!isRight.test(text.strip())) {
            throw new IllFormed(sentence);
          }
          return text.strip();
        };
    return filter(Filter.of(name, Filter.Kind.TEXT, parse, condition, about));
  }

  /** A part of a name, written and found as {@code q} is, in a column of plain names. */
  public L part(String name, String column, String about) {
    return filter(
        new Filter(
            name,
            about,
            Filter.Kind.TEXT,
            List.of(),
            ParameterText::words,
            (words, wide) -> NameSearch.in(column, words.toString())));
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

  /**
   * The same where an index serves each value, or each of its parts.
   *
   * @param parts for every value conditions of which one holds for each row that has it, and none
   *     for another
   */
  public <E extends Enum<E>> L choiceInParts(
      String name, Class<E> type, String column, String about, Map<E, List<String>> parts) {
    return filter(ChoiceFilter.inParts(name, type, column, about, parts));
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

  /**
   * The rows that a filter finds fall into parts, each of which an index serves in the order of the
   * list; {@code :descends} says which direction it has.
   */
  public L parts(String name, String... conditions) {
    List<Fragment> parts = Arrays.stream(conditions).map(Fragment::new).toList();
    return filter(filters.get(name).withParts(value -> parts));
  }

  /**
   * A text that stands in the statement, so that the plan fits how many rows have it.
   *
   * @param condition finds them; in it, as in the parts, the text is {@code %s}
   * @param parts conditions of which one holds for each row that it finds, each for another table
   */
  public L textInParts(String name, String condition, String about, String... parts) {
    Function<String, Function<Object, Fragment>> said =
        sql -> value -> new Fragment(sql.formatted(Literal.text(value.toString())));
    List<Function<Object, Fragment>> some = Arrays.stream(parts).map(said).toList();
    Function<Object, Fragment> all = said.apply(condition);
    return filter(
        new Filter(
                name,
                about,
                Filter.Kind.TEXT,
                List.of(),
                ParameterText::plain,
                (value, wide) -> all.apply(value))
            .withParts(value -> some.stream().map(one -> one.apply(value)).toList()));
  }

  /** The indexes of a filter's parts have this order alone. */
  public L partsServe(String order, String name) {
    return filter(filters.get(name).servingOrder(order));
  }

  /**
   * In an order by an instant another table has what one part of a filter finds.
   *
   * @param part the part's place
   * @param id the record's id in that table, and {@code key} its instant
   */
  public L partByInstant(String name, int part, String order, String id, String key) {
    return filter(filters.get(name).withKeys(part, Sort.of(order, id, key, Sort.Kind.INSTANT)));
  }

  /** The same in words of its own for a value and for whether predecessors are included. */
  public L among(String name, BiFunction<Object, Boolean, Fragment> keys) {
    return filter(filters.get(name).among(keys));
  }

  /** What a filter names, as SQL for each {@code id}: see {@link Walk}. */
  public L among(String name, String keys) {
    Fragment fragment = new Fragment(keys);
    return filter(filters.get(name).among((value, wide) -> fragment));
  }

  public L filter(Filter filter) {
    filters.put(filter.name(), filter);
    return self();
  }

  public Map<String, Filter> filters() {
    return filters;
  }
}
