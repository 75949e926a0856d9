package org.grappe.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A row that was found for a page.
 *
 * @param key by which it stands in its order
 * @param weight what the page weighs with it
 */
record FoundRow<V>(V item, String key, long weight) {
  static <V extends View> FoundRow<V> read(Listing<V> listing, ResultSet row, ReferenceNames names)
      throws SQLException {
    return new FoundRow<>(
        listing.rows().read(row, names), row.getString("sort_key"), row.getLong("page_weight"));
  }

  /** How many of these a page has: one in any case, and no more than it may. */
  static <V> int shown(List<FoundRow<V>> found, int limit, int bytes) {
    int shown = 0;
    while (shown < Math.min(limit, found.size())
        && (shown == 0 || found.get(shown).weight <= bytes)) {
      shown++;
    }
    return shown;
  }
}
