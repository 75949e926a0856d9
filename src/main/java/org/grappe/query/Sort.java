package org.grappe.query;

/**
 * An order of a list that an index can serve: by one expression that is never null, then by id.
 *
 * @param name the field
 * @param ascending the expression, and what it is cast to, when the field ascends
 * @param descending the same when it descends; unknown values are last in both
 */
public record Sort(String name, Key ascending, Key descending) {

  /** The kinds of field there are: the SQL type, and what stands for unknown in each direction. */
  public enum Kind {
    TEXT("text", "U&'\\FFFF'", "''"),
    PARTIAL_DATE("text", "'9999'", "''"),
    DATE("date", "'infinity'::date", "'-infinity'::date"),
    INSTANT("timestamptz", "'infinity'::timestamptz", "'-infinity'::timestamptz"),
    NUMBER("numeric", "'Infinity'::numeric", "'-Infinity'::numeric");

    private final String type;
    private final String last;
    private final String first;

    Kind(String type, String last, String first) {
      this.type = type;
      this.last = last;
      this.first = first;
    }
  }

  /**
   * One direction.
   *
   * @param column what a row's key is, as a text
   * @param order the order
   * @param after the condition that finds what follows a row
   * @param cut the key for a cut, and {@code cutOrder} the order of what was cut
   * @param unserved the order as no index has it
   */
  record Key(
      Fragment column,
      Fragment order,
      Fragment after,
      Fragment cut,
      Fragment cutOrder,
      Fragment unserved) {
    /** Whether some records have it by the day. */
    boolean isDated() {
      return order.isDated();
    }

    /** The same for rows that are found first, and then put in order. */
    Key ofGathered() {
      return new Key(column, unserved, after, cut, cutOrder, unserved);
    }
  }

  Key in(boolean descends) {
    return descends ? descending : ascending;
  }

  /** A field that every record has. */
  static Sort of(String name, String id, String expression, Kind kind) {
    return new Sort(name, ascending(expression, id, kind), descending(expression, id, kind));
  }

  /** A field that some records lack. */
  static Sort ofOptional(String name, String id, String expression, Kind kind) {
    return new Sort(
        name,
        ascending("coalesce(%s, %s)".formatted(expression, kind.last), id, kind),
        descending("coalesce(%s, %s)".formatted(expression, kind.first), id, kind));
  }

  private static Key ascending(String key, String id, Kind kind) {
    return key(
        key,
        "%s, " + id,
        "(%s, %s) > (:key::%s, :id)".formatted(key, id, kind.type),
        "cut_key, cut_id");
  }

  private static Key descending(String key, String id, Kind kind) {
    return key(
        key,
        "%s desc, " + id,
        "%1$s <= :key::%3$s and (%1$s < :key::%3$s or %2$s > :id)".formatted(key, id, kind.type),
        "cut_key desc, cut_id");
  }

  private static Key key(String key, String order, String after, String cutOrder) {
    return new Key(
        new Fragment(", (" + key + ")::text as sort_key"),
        new Fragment("\norder by " + order.formatted(key)),
        new Fragment(after),
        new Fragment(", " + key + " as cut_key"),
        new Fragment("\norder by " + cutOrder),
        new Fragment("\norder by " + order.formatted("coalesce(%1$s, %1$s)".formatted(key))));
  }
}
