package org.grappe.query;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be asked of a collection: its query, its filters and its orders. One of these and a
 * record for its rows give a collection everything that the contract promises for lists.
 *
 * @param <V> what a reader gets
 */
public final class Listing<V extends View> extends Listed<Listing<V>> {
  private final List<String> paths = new ArrayList<>();
  private final Rows<V> rows;
  private final Selection selection;
  private final Conditions conditions;

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
   * @param columns what is selected, named as the components of {@code type}; {@code :alone} is
   *     whether one record is read by itself, whose version is told with its entity tag
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

  /** The part of it that belongs to one owner is served here. */
  public Listing<V> alsoAt(String path) {
    paths.add(path);
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

  /** The members of what a reader gets. */
  public List<String> members() {
    return Fields.names(rows.type());
  }

  Rows<V> rows() {
    return rows;
  }

  @Override
  Selection selection() {
    return selection;
  }

  @Override
  Conditions conditions() {
    return conditions;
  }
}
