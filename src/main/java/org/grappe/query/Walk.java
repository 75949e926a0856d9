package org.grappe.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way to the rows of a page where a filter names a record that rows belong to, or several: an
 * index has those of each in the order of the list, so the first of each are read and put together.
 */
public final class Walk {
  /** Whatever the part. */
  private static final int ALL = -1;

  private static final Fragment TO_EACH = new Fragment(") one\ncross join lateral (");
  private final String filter;
  private final String order;
  private final String id;
  private final Fragment from;
  private final Fragment condition;
  private final Sort keys;
  private boolean forOne;
  private int alone = Integer.MAX_VALUE;
  private int part = ALL;
  private Fragment past;
  private boolean undated;
  private Fragment living = new Fragment("");
  private Set<String> statuses = Set.of();

  private Walk(String filter, String id, String from, String condition, Sort keys) {
    this.filter = filter;
    this.order = keys.name();
    this.id = id;
    this.from = new Fragment("\nfrom " + from);
    this.condition = new Fragment(condition);
    this.keys = keys;
  }

  /**
   * One.
   *
   * @param filter names what rows belong to
   * @param order the order that it serves, by a text
   * @param from the tables through which it goes
   * @param condition finds those that belong to {@code one.id}
   * @param key a row's key in that order
   * @param id the row's id
   */
  public static Walk of(
      String filter, String order, String from, String condition, String key, String id) {
    return new Walk(filter, id, from, condition, Sort.of(order, id, key, Sort.Kind.TEXT));
  }

  /** The same in an order by an instant. */
  public static Walk byInstant(
      String filter, String order, String from, String condition, String key, String id) {
    return new Walk(filter, id, from, condition, Sort.of(order, id, key, Sort.Kind.INSTANT));
  }

  /** The same in an order by what is partly known, and what some rows lack. */
  public static Walk byOptionalDay(
      String filter, String order, String from, String condition, String key, String id) {
    Sort keys = Sort.ofOptional(order, id, key, Sort.Kind.PARTIAL_DATE);
    return new Walk(filter, id, from, condition, keys);
  }

  /**
   * It leads to the rows of one part of its filter, by place, and says itself which these are.
   *
   * @param then what holds for them as well where the past is asked
   */
  public Walk toPart(int place, String then) {
    part = place;
    past = new Fragment(then);
    return this;
  }

  /** What it leads to has no periods, as its own condition says. */
  public Walk toUndated() {
    undated = true;
    return this;
  }

  /** It is the better way to those of a single record, too. */
  public Walk forOne() {
    forOne = true;
    return this;
  }

  /**
   * It is no way to the few rows that another condition leaves, nor where more than so many are
   * named, of a filter that may name several.
   */
  public Walk alone(int most) {
    alone = most;
    return this;
  }

  /**
   * No record has any rows but those that meet a further condition, where the list asks for no
   * status, or for these alone.
   */
  public Walk living(String further, String... only) {
    living = new Fragment("\nand " + further);
    statuses = Set.of(only);
    return this;
  }

  /** Whether it leads to what a request asks for. */
  boolean serves(ListRequest request, Optional<Filter> parted) {
    return request.isSortedBy(order)
        && request.filters.of(filter).isPresent()
        && (part == ALL || parted.filter(one -> one.name().equals(filter)).isPresent())
        && (alone == Integer.MAX_VALUE || isAlone(request))
        && (forOne || parted.isPresent() || request.filters.isWide());
  }

  boolean leadsTo(int place) {
    return part == ALL || part == place;
  }

  private boolean isAlone(ListRequest request) {
    return request.isNarrowedBy(filter)
        && request
            .filters
            .of(filter)
            .filter(named -> !(named instanceof List<?> several) || several.size() <= alone)
            .isPresent();
  }

  /** Whether it says itself that its rows have no periods. */
  boolean isToUndated() {
    return undated;
  }

  /** Whether it says itself which rows are those of a part. */
  boolean isToPart() {
    return part != ALL;
  }

  /** The parameter that names what rows belong to. */
  String filter() {
    return filter;
  }

  Sort.Key keys(boolean descends) {
    return keys.in(descends);
  }

  /** Goes to each record, and begins a statement for its rows. */
  void begin(Select select, ListRequest request, Sort.Key key) {
    Filter named = request.filters.named(filter);
    select
        .value("v", request.filters.value(named))
        .add("select distinct each.* from (")
        .add(named.among().apply(request.filters.value(named), request.filters.isWide()));
    boolean allLive =
        request
            .filters
            .of("status")
            .map(asked -> statuses.containsAll((List<?>) asked))
            .orElse(true);
    if (allLive) {
      select.add(living);
    }
    select.add(TO_EACH).add("select " + id + " as cut_id").add(key.cut()).open(from);
    select.where(condition);
    if (past != null && request.known.isPresent()) {
      select.where(past);
    }
  }

  /** Ends it with the first of all. */
  void end(Select select, Sort.Key key, String limit) {
    select.add(") each").add(key.cutOrder()).add(limit);
  }
}
