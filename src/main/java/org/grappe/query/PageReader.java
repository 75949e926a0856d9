package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.grappe.config.GrappeConfig;
import org.grappe.database.Database;
import org.grappe.database.Statements;

/** Reads pages: one statement for the rows, and one more that names the sources cited. */
@ApplicationScoped
class PageReader {
  private final Database database;
  private final CursorSecret secret;
  private final CurrentList current;
  private final Naming naming;
  private final Expansions expansions;

  /** So many bytes of rows a page has at most, about, where it has more than one. */
  private final int most;

  PageReader(
      Database database,
      CursorSecret secret,
      CurrentList current,
      Naming naming,
      Expansions expansions,
      GrappeConfig config) {
    this.database = database;
    this.secret = secret;
    this.current = current;
    this.naming = naming;
    this.expansions = expansions;
    this.most = (int) Math.min(config.pages().bytes().asLongValue(), Integer.MAX_VALUE);
  }

  /**
   * A row of a page.
   *
   * @param weight what the page weighs with it
   */
  private record Found<V>(V item, String key, long weight) {}

  /** The query, from where its cursor says. */
  <V extends View> Query<V> begin(Query<V> query) {
    query.request().cursor.ifPresent(text -> query.startAt(Cursor.read(text, secret.bytes())));
    return query;
  }

  <V extends View> Page<V> page(Query<V> query) {
    Page<V> all = all(query);
    return told(all, query);
  }

  /** A page of groups of what the query finds. */
  <V extends View> Page<V> page(Query<V> query, Groups groups) {
    Page<V> all =
        page(
            query,
            found(query, new PageQuery(query).groups(groups, Groups.Part.PAGE)),
            query.request().count
                ? count(query, new PageQuery(query).groups(groups, Groups.Part.COUNT))
                : null);
    return told(all, query);
  }

  /** With what is asked for of each item, and put into its references. */
  private <V extends View> Page<V> told(Page<V> all, Query<V> query) {
    Page<V> more = expansions.into(all, query, database.at(query.known()));
    return query.request().fields.map(more::keeping).orElse(more);
  }

  private <V extends View> Page<V> all(Query<V> query) {
    return page(
        query,
        found(query, new PageQuery(query).page(most)),
        query.request().count ? count(query, new RowsQuery(query).count()) : null);
  }

  private <V extends View> Page<V> page(Query<V> query, List<Found<V>> found, Long total) {
    List<V> items =
        found.subList(0, shown(found, query.request().limit)).stream().map(Found::item).toList();
    if (items.size() == found.size()) {
      return new Page<>(items, total);
    }
    Found<V> last = found.get(items.size() - 1);
    String cursor = query.after(last.item, last.key).sign(secret.bytes());
    return new Page<>(items, current.address(cursor), cursor, total);
  }

  /** How many of those that were found the page has: one in any case, and no more than it may. */
  private <V> int shown(List<Found<V>> found, int limit) {
    int shown = 0;
    while (shown < Math.min(limit, found.size())
        && (shown == 0 || found.get(shown).weight <= most)) {
      shown++;
    }
    return shown;
  }

  private <V extends View> List<Found<V>> found(Query<V> query, Select select) {
    ReferenceNames names = naming.begin();
    Statements in = database.at(query.known());
    List<Found<V>> found = in.all(select.sql(), row -> found(query, row, names), select.args());
    names.resolve(in);
    return found;
  }

  private static <V extends View> Found<V> found(
      Query<V> query, ResultSet row, ReferenceNames names) throws SQLException {
    return new Found<>(
        query.listing().rows().read(row, names),
        row.getString("sort_key"),
        row.getLong("page_weight"));
  }

  private long count(Query<?> query, Select select) {
    return database
        .at(query.known())
        .all(select.sql(), row -> row.getLong(1), select.args())
        .get(0);
  }
}
