package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;
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
    Page<V> more = expansions.into(all, query, database.at(query.request().known));
    return query.request().fields.map(more::keeping).orElse(more);
  }

  private <V extends View> Page<V> all(Query<V> query) {
    return page(
        query,
        found(query, new PageQuery(query).page(most)),
        query.request().count ? count(query, new RowsQuery(query).total()) : null);
  }

  private <V extends View> Page<V> page(Query<V> query, List<FoundRow<V>> found, Long total) {
    int shown = FoundRow.shown(found, query.request().limit, most);
    List<V> items = found.subList(0, shown).stream().map(FoundRow::item).toList();
    if (shown == found.size()) {
      return new Page<>(items, total);
    }
    FoundRow<V> last = found.get(shown - 1);
    String cursor = query.after(last.item(), last.key()).sign(secret.bytes());
    return new Page<>(items, current.address(cursor), cursor, total);
  }

  private <V extends View> List<FoundRow<V>> found(Query<V> query, Select select) {
    ReferenceNames names = naming.begin();
    Statements in = database.at(query.request().known);
    List<FoundRow<V>> found =
        in.all(select.sql(), row -> FoundRow.read(query.listing(), row, names), select.args());
    names.resolve(in);
    return found;
  }

  private long count(Query<?> query, Select select) {
    return database
        .at(query.request().known)
        .all(select.sql(), row -> row.getLong(1), select.args())
        .get(0);
  }
}
