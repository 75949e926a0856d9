package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.grappe.config.GrappeConfig;
import org.grappe.database.Database;

/** Reads pages: one statement for the rows, and one more that names the sources cited. */
@ApplicationScoped
class PageReader {
  private final Database database;
  private final CursorSecret secret;
  private final CurrentList current;
  private final Naming naming;

  /** So many bytes of rows a page has at most, about, where it has more than one. */
  private final long most;

  PageReader(
      Database database,
      CursorSecret secret,
      CurrentList current,
      Naming naming,
      GrappeConfig config) {
    this.database = database;
    this.secret = secret;
    this.current = current;
    this.naming = naming;
    this.most = config.pages().bytes().asLongValue();
  }

  /**
   * A row of a page.
   *
   * @param count how many rows the page would have, and the first of the next
   */
  private record Found<V>(V item, String key, long count) {}

  /** The query, from where its cursor says. */
  <V extends View> Query<V> begin(Query<V> query) {
    query.request().cursor.ifPresent(text -> query.startAt(Cursor.read(text, secret.bytes())));
    return query;
  }

  <V extends View> Page<V> page(Query<V> query) {
    List<Found<V>> found = found(query);
    Long total = query.request().count ? count(query) : null;
    List<V> items = found.stream().limit(query.request().limit).map(Found::item).toList();
    boolean isLast = found.isEmpty() || found.get(0).count == items.size();
    if (isLast) {
      return new Page<>(items, null, total);
    }
    Found<V> last = found.get(items.size() - 1);
    String cursor = query.after(last.item, last.key).sign(secret.bytes());
    return new Page<>(items, current.address(cursor), total);
  }

  private <V extends View> List<Found<V>> found(Query<V> query) {
    Select select = query.page(most);
    SourceNames names = naming.begin();
    List<Found<V>> found =
        database.all(select.sql(), row -> found(query, row, names), select.args());
    names.resolve(database);
    return found;
  }

  private static <V extends View> Found<V> found(Query<V> query, ResultSet row, SourceNames names)
      throws SQLException {
    return new Found<>(
        query.listing().rows().read(row, names),
        row.getString("sort_key"),
        row.getLong("page_found"));
  }

  private long count(Query<?> query) {
    Select select = query.count();
    return database.all(select.sql(), row -> row.getLong(1), select.args()).get(0);
  }
}
