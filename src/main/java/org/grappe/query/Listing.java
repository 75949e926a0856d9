package org.grappe.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be asked of a collection: its query, its filters and its orders. One of these and a
 * record for its rows give a collection everything that the contract promises for lists.
 *
 * @param <V> what a reader gets
 */
public final class Listing<V extends View> extends Ordered<Listing<V>> {
  private final List<String> paths = new ArrayList<>();
  private final List<Walk> walks = new ArrayList<>();
  private final Map<String, String> gathered = new HashMap<>();
  private final Rows<V> rows;
  private final Selection selection;
  private final Conditions conditions;
  private boolean searchable;
  private boolean temporal;
  private boolean citing = true;
  private boolean grouped;
  private boolean past = true;
  private boolean direct;
  private Shown shown;
  private Fragment undatedRows;
  private Fragment datedRows;

  private Listing(String path, Class<V> type, String columns, String from) {
    paths.add(path);
    this.rows = new Rows<>(type);
    this.selection = new Selection(type, columns, from);
    this.conditions = new Conditions(selection.table(), alias());
    dated(alias() + ".periods = '[]'", alias() + ".periods <> '[]'");
    sort("createdAt", Sort.Kind.INSTANT, alias() + ".created_at");
    sort("updatedAt", Sort.Kind.INSTANT, alias() + ".updated_at");
  }

  /**
   * A collection.
   *
   * @param path where it is served, below {@code /api/v1}
   * @param columns what is selected, named as the components of {@code type}
   * @param from the tables, first the collection's own with its alias
   */
  public static <V extends View> Listing<V> of(
      String path, Class<V> type, String columns, String from) {
    return new Listing<>(path, type, columns, from);
  }

  @Override
  Listing<V> self() {
    return this;
  }

  @Override
  String alias() {
    return selection.alias();
  }

  /**
   * More tables, each with one row for a record, that only columns are taken from. They are joined
   * to the rows of a page once these are found, so a page costs the same whatever was looked
   * through.
   */
  public Listing<V> dressedWith(String tables) {
    selection.dress(tables);
    return this;
  }

  /** Its page is told as it is found, but where it falls into parts or is of another day. */
  public Listing<V> direct() {
    direct = true;
    return this;
  }

  /**
   * What it shows where nothing narrows it, or this status alone, consists of parts in an order; an
   * index serves each. {@code :descends} says which direction that has.
   */
  public Listing<V> shownInParts(String order, String status, String... conditions) {
    shown = new Shown(order, status, Stream.of(conditions).map(Fragment::new).toList());
    return this;
  }

  /**
   * What this filter finds is found first and then put in order, for else a plan looks for the few
   * among all that there is; but in this order, which an index has of them.
   */
  public Listing<V> gathered(String filter, String but) {
    gathered.put(filter, but);
    return this;
  }

  /** Which rows have what they are put in order by whatever the day, and which by the day. */
  public Listing<V> dated(String undated, String dated) {
    undatedRows = new Fragment(undated);
    datedRows = new Fragment(dated);
    return this;
  }

  /** Another way to the rows of some pages. */
  public Listing<V> walk(Walk way) {
    walks.add(way);
    return this;
  }

  /** The part of it that belongs to one owner is served here. */
  public Listing<V> alsoAt(String path) {
    paths.add(path);
    return this;
  }

  /** The records last: they are told as of a day, {@code on}. */
  public Listing<V> temporal() {
    temporal = true;
    return this;
  }

  /** With {@code on}, a list shows only what holds on that day; without, everything. */
  public Listing<V> temporalOnDemand(String condition) {
    conditions.onDemand(condition);
    return temporal();
  }

  /** The rows are no records: they cite nothing and have no orders but those named from here on. */
  public Listing<V> plainRows() {
    citing = false;
    forgetOrders();
    return this;
  }

  /** It tells groups made of all the rows that are found, in the order of their keys alone. */
  public Listing<V> grouped() {
    grouped = true;
    return this;
  }

  /** It cannot be asked as the registry stood at an instant. */
  public Listing<V> withoutPast() {
    past = false;
    return this;
  }

  /** They have names: {@code q} is found in the column {@code search}. */
  public Listing<V> searchable() {
    searchable = true;
    return this;
  }

  /**
   * Which rows a caller may see at all: {@code :applications} tells who may read those of every
   * cluster, {@code :edited} an editor's clusters.
   */
  public Listing<V> visibleWhen(String condition) {
    conditions.visibleWhen(condition);
    return this;
  }

  /** Which rows are in a list, whatever status it asks for. */
  public Listing<V> existsWhen(String condition) {
    conditions.existsWhen(condition);
    return this;
  }

  /** What a list shows where no {@code status} is asked for. */
  public Listing<V> defaultFilter(String condition) {
    conditions.unlessStatus(condition);
    return this;
  }

  /** Where the collection is served. */
  public String path() {
    return paths.get(0);
  }

  /** Where it and its parts within an owner are served. */
  public List<String> paths() {
    return paths;
  }

  /** The table of its records. */
  public String table() {
    return selection.table();
  }

  public boolean isSearchable() {
    return searchable;
  }

  public boolean isTemporal() {
    return temporal;
  }

  /** Whether it can be asked as the registry stood at an instant. */
  public boolean hasPast() {
    return past;
  }

  /** Whether its rows cite sources. */
  public boolean isCiting() {
    return citing;
  }

  /** Whether it tells groups of rows. */
  public boolean isGrouped() {
    return grouped;
  }

  /** Whether what a request asks for is put in order once it is found. */
  boolean isGathered(ListRequest request) {
    return gathered.entrySet().stream()
        .anyMatch(
            one -> request.filter(one.getKey()).isPresent() && !request.isSortedBy(one.getValue()));
  }

  /** Finds rows without periods, or with some. */
  Fragment those(DatedRows rows) {
    return rows == DatedRows.WITH_PERIODS ? datedRows : undatedRows;
  }

  boolean isDirect() {
    return direct;
  }

  Optional<Shown> shown() {
    return Optional.ofNullable(shown);
  }

  List<Walk> walks() {
    return walks;
  }

  /** The members of what a reader gets. */
  public List<String> members() {
    return Fields.names(rows.type());
  }

  Rows<V> rows() {
    return rows;
  }

  Selection selection() {
    return selection;
  }

  Conditions conditions() {
    return conditions;
  }
}
