package org.grappe.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked of a collection: its query, its filters and its orders. One of these and a
 * record for its rows give a collection everything that the contract promises for lists.
 *
 * @param <V> what a reader gets
 */
public final class Listing<V extends View> extends Ordered<Listing<V>> {
  /**
   * In the place of a table, the one record as it stood in the registry at an instant. That which a
   * record tells as when it was written stands for the end of the act that wrote it.
   */
  private static final String KNOWN =
      """

      from (
        select h.row from history h left join commits c on c.id = h.commit
        where h.record_id = :record and h.record_table = '%1$s'
          and (coalesce(c.at, h.at) <= :known or h.at = :known)
        order by h.seq desc limit 1) past
      join lateral jsonb_populate_record(null::%1$s, past.row) %2$s on past.row is not null\
      """;

  private static final String WEIGHING =
      """
      select weighed.* from (select page.*, row_number() over () as page_place,
        count(*) over () as page_found, sum(%s) over (rows unbounded preceding) as page_weight
      from (""";

  private final List<String> paths = new ArrayList<>();
  private final Rows<V> rows;
  private final Fragment columns;
  private final String weighing;
  private final Fragment from;
  private final String table;
  private final String alias;
  private final Fragment known;
  private final List<Fragment> visibleWhen = new ArrayList<>();
  private final List<Fragment> existsWhen = new ArrayList<>();
  private Fragment defaultFilter;
  private Fragment onDemand;
  private boolean searchable;
  private boolean temporal;
  private boolean citing = true;
  private boolean unpaged;
  private String cited;

  private Listing(String path, Class<V> type, String columns, String from) {
    paths.add(path);
    this.rows = new Rows<>(type);
    this.columns = new Fragment("select " + columns);
    this.weighing = WEIGHING.formatted(Weight.of(type, "page"));
    this.from = new Fragment("\nfrom " + from);
    String[] words = from.strip().split("\\s+", 3);
    this.table = words[0];
    this.alias = words[1];
    this.cited = alias + ".sources @> :v::uuid[]";
    this.known =
        new Fragment(KNOWN.formatted(table, alias) + (words.length > 2 ? "\n" + words[2] : ""));
    sort("createdAt", Sort.Kind.INSTANT, alias + ".created_at");
    sort("updatedAt", Sort.Kind.INSTANT, alias + ".updated_at");
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
    temporal = true;
    onDemand = new Fragment(condition);
    return this;
  }

  /** The rows are no records: they cite nothing and have no orders but those named from here on. */
  public Listing<V> plainRows() {
    citing = false;
    forgetOrders();
    return this;
  }

  /** Parts of the records cite sources too: what finds those that cite one of {@code :v}. */
  public Listing<V> citing(String condition) {
    cited = condition;
    return this;
  }

  /** It is answered as a whole, made of all the rows that are found: there are no pages of it. */
  public Listing<V> unpaged() {
    unpaged = true;
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
    visibleWhen.add(new Fragment(condition));
    return this;
  }

  /** Which rows are in a list, whatever status it asks for. */
  public Listing<V> existsWhen(String condition) {
    existsWhen.add(new Fragment(condition));
    return this;
  }

  /** What a list shows where no {@code status} is asked for. */
  public Listing<V> defaultFilter(String condition) {
    defaultFilter = new Fragment(condition);
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

  public boolean isSearchable() {
    return searchable;
  }

  public boolean isTemporal() {
    return temporal;
  }

  /** Whether its rows cite sources. */
  public boolean isCiting() {
    return citing;
  }

  /** Whether it is answered as a whole. */
  public boolean isUnpaged() {
    return unpaged;
  }

  /** The table of its records. */
  public String table() {
    return table;
  }

  Rows<V> rows() {
    return rows;
  }

  Fragment columns() {
    return columns;
  }

  /** Goes before the statement of a page, whose rows are weighed one after the other. */
  String weighing() {
    return weighing;
  }

  Fragment from() {
    return from;
  }

  Fragment known() {
    return known;
  }

  @Override
  String alias() {
    return alias;
  }

  List<Fragment> visibleWhen() {
    return visibleWhen;
  }

  List<Fragment> existsWhen() {
    return existsWhen;
  }

  Fragment search() {
    return new Fragment(alias + ".search like '%' || plain(:v) || '%'");
  }

  Fragment citing() {
    return new Fragment(cited);
  }

  /** The instant stands in the statement, so that the plan fits how much has changed since. */
  Fragment updated(Instant since) {
    return new Fragment(alias + ".updated_at >= timestamptz '" + since + "'");
  }

  Optional<Fragment> onDemand() {
    return Optional.ofNullable(onDemand);
  }

  Optional<Fragment> defaultFilter() {
    return Optional.ofNullable(defaultFilter);
  }
}
