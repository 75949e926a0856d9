package org.grappe.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grappe.value.PartialDate;
import org.grappe.value.Slugs;
import org.grappe.value.Texts;

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

  /** Where a list is narrowed to some, this asks for every one. */
  private static final String STATUS = "status";

  private static final String ALL = "ALL";

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

  /** A text that is compared as the condition says. */
  static Filter text(String name, String condition, String about) {
    Fragment fragment = new Fragment(condition);
    return new Filter(name, about, Kind.TEXT, List.of(), Filter::plain, (value, wide) -> fragment);
  }

  /** One or more values of an enumeration, of which the column has one. */
  static <E extends Enum<E>> Filter choice(
      String name, Class<E> type, String column, String about) {
    // an index in the order of the list serves one value, not an array
    return choice(name, type, column + " = any(:v)", column + " = (:v::text[])[1]", about);
  }

  /** One or more values of an enumeration, of which the column has an array. */
  static <E extends Enum<E>> Filter choiceOfSeveral(
      String name, Class<E> type, String column, String about) {
    String condition = column + " && :v::text[]";
    return choice(name, type, condition, condition, about);
  }

  /** {@code :v} is an array of the names. A status may be {@code all}. */
  private static <E extends Enum<E>> Filter choice(
      String name, Class<E> type, String ofSeveral, String ofOne, String about) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    List<String> taken =
        name.equals(STATUS) ? Stream.concat(names.stream(), Stream.of(ALL)).toList() : names;
    Fragment several = new Fragment(ofSeveral);
    Fragment single = new Fragment(ofOne);
    return new Filter(
        name,
        about,
        Kind.CHOICES,
        taken,
        text -> {
          List<String> chosen = choices(text, taken);
          return chosen.contains(ALL) && taken.contains(ALL) ? names : chosen;
        },
        (value, wide) -> ((List<?>) value).size() == 1 ? single : several);
  }

  /** A day. */
  static Filter day(String name, String condition, String about) {
    Fragment fragment = new Fragment(condition);
    return new Filter(
        name, about, Kind.DAY, List.of(), text -> (Object) day(text), (value, wide) -> fragment);
  }

  /** A record by its id. */
  static Filter reference(String name, String condition, String about) {
    Fragment fragment = new Fragment(condition);
    return new Filter(
        name, about, Kind.ID, List.of(), text -> reference(text, false), (value, wide) -> fragment);
  }

  /** A year; {@code :v} is a number. */
  static Filter year(String name, String condition, String about) {
    Fragment fragment = new Fragment(condition);
    return new Filter(name, about, Kind.NUMBER, List.of(), Filter::year, (value, wide) -> fragment);
  }

  /** A record by slug or id, with its predecessors where the request asks for them. */
  static Filter lineage(String table, String name, String condition, String about) {
    String bySlug = "(select id from " + table + " where slug = :v)";
    Fragment slug = compared(condition, "= " + bySlug, "array" + bySlug);
    Fragment id = compared(condition, "= :v", "array[:v::uuid]");
    Fragment line = line(condition, ":v");
    Fragment slugLine = line(condition, bySlug);
    return new Filter(
        name,
        about,
        Kind.TEXT,
        List.of(),
        text -> reference(text, true),
        (value, wide) -> value instanceof String ? (wide ? slugLine : slug) : (wide ? line : id));
  }

  private static Fragment line(String condition, String cluster) {
    String line = "array(select lineage_of(" + cluster + ", :on))";
    return compared(condition, "= any(" + line + ")", line);
  }

  private static Fragment compared(String condition, String comparison, String clusters) {
    return new Fragment(condition.formatted(comparison, clusters));
  }

  /** Whether a cluster stands for its predecessors too. */
  static Filter predecessors() {
    return new Filter(
        PREDECESSORS,
        "Widens the cluster, or the region, to all those it came from.",
        Kind.FLAG,
        List.of(),
        Filter::bool,
        null);
  }

  static Object plain(String text) {
    if (text.isBlank() || Texts.length(text) > 200) {
      throw new IllFormed("parameter.text");
    }
    return text.strip();
  }

  static List<String> choices(String text, List<String> names) {
    List<String> chosen =
        Arrays.stream(text.split(",", -1))
            .map(word -> word.strip().toUpperCase(Locale.ROOT).replace('-', '_'))
            .toList();
    if (!names.containsAll(chosen)) {
      throw new IllFormed("parameter.choice", String.join(", ", names));
    }
    return chosen;
  }

  static Object reference(String text, boolean slugs) {
    var id = Slugs.id(text);
    if (id.isPresent()) {
      return id.get();
    }
    if (!slugs || !Slugs.isSlug(text)) {
      throw new IllFormed(slugs ? "parameter.reference" : "parameter.id", text);
    }
    return text;
  }

  static Integer year(String text) {
    if (!text.matches("[0-9]{4}")) {
      throw new IllFormed("parameter.year", text);
    }
    return Integer.valueOf(text);
  }

  static Boolean bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllFormed("parameter.boolean");
    };
  }

  static LocalDate day(String text) {
    try {
      return PartialDate.inRange(LocalDate.parse(text));
    } catch (DateTimeException impossible) {
      throw new IllFormed("parameter.day", text);
    }
  }

  static Instant instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      PartialDate.inRange(instant.atOffset(java.time.ZoneOffset.UTC).toLocalDate());
      return instant;
    } catch (DateTimeException impossible) {
      throw new IllFormed("parameter.instant", text);
    }
  }
}
