package org.grappe.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.grappe.value.Documents;

/**
 * A row in which a name may stand.
 *
 * @param key what finds it again
 * @param number which of several with this key it is
 */
record NamedRow(Object key, long number, String table, ObjectNode content) {

  static NamedRow of(ResultSet row) throws SQLException {
    return new NamedRow(
        row.getObject(1),
        row.getLong(2),
        row.getString(3),
        Documents.read(row.getString(4), ObjectNode.class));
  }
}
