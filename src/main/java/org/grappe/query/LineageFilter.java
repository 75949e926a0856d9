package org.grappe.query;

import java.util.List;
import java.util.function.Function;

/** Filters that name a record by slug or id, which may stand for those it came from too. */
final class LineageFilter {
  private static final String KEYS = "select one.id from %s one where one.id %s";

  private LineageFilter() {}

  /**
   * The filter.
   *
   * @param table the table of such records, which succeed one another; a function of the database,
   *     {@code <table>_named}, has the id of the one that has or had a slug
   * @param condition SQL in which {@code %1$s} is the comparison with the record, and {@code %2$s}
   *     an array of it and its predecessors
   */
  static Filter of(String table, String name, String condition, String about) {
    String bySlug = "(select " + table + "_named(:v))";
    Fragment slug = compared(condition, "= " + bySlug, "array" + bySlug);
    Fragment id = compared(condition, "= :v", "array[:v::uuid]");
    Fragment slugLine = line(condition, bySlug);
    Fragment line = line(condition, ":v");
    Function<String, Fragment> keys = which -> new Fragment(KEYS.formatted(table, which));
    Fragment slugKey = keys.apply("= " + bySlug);
    Fragment key = keys.apply("= :v");
    Fragment slugKeys = keys.apply(comparison(bySlug));
    Fragment lineKeys = keys.apply(comparison(":v"));
    return new Filter(
            name,
            about,
            Filter.Kind.TEXT,
            List.of(),
            ParameterText::reference,
            (value, wide) ->
                value instanceof String ? (wide ? slugLine : slug) : (wide ? line : id))
        .among(
            (value, wide) ->
                value instanceof String ? (wide ? slugKeys : slugKey) : (wide ? lineKeys : key));
  }

  /** The switch that widens it. */
  static Filter predecessors() {
    return new Filter(
        Filter.PREDECESSORS,
        "Widens the cluster, or the region, to all those it came from.",
        Filter.Kind.FLAG,
        List.of(),
        ParameterText::bool,
        null);
  }

  private static Fragment line(String condition, String record) {
    return compared(condition, comparison(record), line(record));
  }

  private static String comparison(String record) {
    return "= any(" + line(record) + ")";
  }

  private static String line(String record) {
    return "array(select lineage_of(" + record + ", :on))";
  }

  private static Fragment compared(String condition, String comparison, String records) {
    return new Fragment(condition.formatted(comparison, records));
  }
}
