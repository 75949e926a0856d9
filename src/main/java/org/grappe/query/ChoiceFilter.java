package org.grappe.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Filters that take some values of an enumeration, and a status {@code all} too. */
final class ChoiceFilter {
  /** Where a list is narrowed to some, this asks for every one. */
  private static final String STATUS = "status";

  private static final String ALL = "ALL";

  private ChoiceFilter() {}

  /** By a column that has one of the values. */
  static <E extends Enum<E>> Filter ofOne(String name, Class<E> type, String column, String about) {
    return ofOne(name, type, column, about, Map.of());
  }

  /** The same with conditions of their own for single values. */
  static <E extends Enum<E>> Filter ofOne(
      String name, Class<E> type, String column, String about, Map<E, String> single) {
    Map<String, Fragment> conditions = new HashMap<>();
    single.forEach((value, condition) -> conditions.put(value.name(), new Fragment(condition)));
    // an index in the order of the list serves one value, not an array; it stands in the statement,
    // for some values have many rows and some have none
    for (E value : type.getEnumConstants()) {
      conditions.putIfAbsent(
          value.name(), new Fragment("%s = '%s'".formatted(column, value.name())));
    }
    Fragment several = new Fragment(column + " = any(:v)");
    return of(
        name, type, chosen -> chosen.size() == 1 ? conditions.get(chosen.get(0)) : several, about);
  }

  /** The same with the parts of which the rows of each value consist. */
  static <E extends Enum<E>> Filter inParts(
      String name, Class<E> type, String column, String about, Map<E, List<String>> parts) {
    Map<String, List<Fragment>> fragments = new HashMap<>();
    Map<E, String> single = new HashMap<>();
    parts.forEach(
        (value, conditions) -> {
          fragments.put(value.name(), conditions.stream().map(Fragment::new).toList());
          single.put(value, "(" + String.join(") or (", conditions) + ")");
        });
    // every one is no choice
    return ofOne(name, type, column, about, single)
        .withParts(
            (chosen, past) ->
                ((List<?>) chosen).containsAll(fragments.keySet())
                    ? List.of()
                    : ((List<?>) chosen)
                        .stream().distinct().flatMap(one -> fragments.get(one).stream()).toList());
  }

  /**
   * By a column that has an array of them. They stand in the statement, so that its plan fits how
   * many rows have them.
   */
  static <E extends Enum<E>> Filter ofSeveral(
      String name, Class<E> type, String column, String about) {
    return of(
        name,
        type,
        chosen -> new Fragment(column + " && '{" + String.join(",", chosen) + "}'::text[]"),
        about);
  }

  private static <E extends Enum<E>> Filter of(
      String name, Class<E> type, Function<List<String>, Fragment> condition, String about) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    List<String> taken =
        name.equals(STATUS) ? Stream.concat(names.stream(), Stream.of(ALL)).toList() : names;
    return new Filter(
        name,
        about,
        Filter.Kind.CHOICES,
        taken,
        text -> {
          List<String> chosen = ParameterText.choices(text, taken);
          return chosen.contains(ALL) && taken.contains(ALL) ? names : chosen;
        },
        (value, wide) ->
            condition.apply(((List<?>) value).stream().map(Object::toString).toList()));
  }
}
