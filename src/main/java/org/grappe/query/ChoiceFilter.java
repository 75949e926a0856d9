package org.grappe.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** The same with what holds of each row that has a value. */
  static <E extends Enum<E>> Filter ofOne(
      String name, Class<E> type, String column, String about, Map<E, String> also) {
    // an index in the order of the list serves one value, not an array
    String one = column + " = (:v::text[])[1]";
    Map<String, Fragment> indexed = new HashMap<>();
    also.forEach((value, holds) -> indexed.put(value.name(), new Fragment(holds + " and " + one)));
    return of(name, type, column + " = any(:v)", one, indexed, about);
  }

  /** By a column that has an array of them. */
  static <E extends Enum<E>> Filter ofSeveral(
      String name, Class<E> type, String column, String about) {
    String condition = column + " && :v::text[]";
    return of(name, type, condition, condition, Map.of(), about);
  }

  private static <E extends Enum<E>> Filter of(
      String name,
      Class<E> type,
      String whenSeveral,
      String whenOne,
      Map<String, Fragment> whenIndexed,
      String about) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    List<String> taken =
        name.equals(STATUS) ? Stream.concat(names.stream(), Stream.of(ALL)).toList() : names;
    Fragment several = new Fragment(whenSeveral);
    Fragment one = new Fragment(whenOne);
    return new Filter(
        name,
        about,
        Filter.Kind.CHOICES,
        taken,
        text -> {
          List<String> chosen = chosen(text, taken);
          return chosen.contains(ALL) && taken.contains(ALL) ? names : chosen;
        },
        (value, wide) -> {
          List<?> chosen = (List<?>) value;
          return chosen.size() == 1 ? whenIndexed.getOrDefault(chosen.get(0), one) : several;
        });
  }

  /** Some of these names, as they are spelled in Java or in an address. */
  private static List<String> chosen(String text, List<String> names) {
    List<String> chosen =
        Arrays.stream(text.split(",", -1))
            .map(word -> word.strip().toUpperCase(Locale.ROOT).replace('-', '_'))
            .toList();
    if (!names.containsAll(chosen)) {
      throw new IllFormed("parameter.choice", String.join(", ", names));
    }
    return chosen;
  }
}
