package org.grappe.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A delivery that this instance sends now, and for a while nobody else.
 *
 * @param claim by which its end is told from that of another who took it up meanwhile
 * @param attempts so many, this one included
 * @param doubtful whether it is not known that its receiver takes anything
 */
record Claim(
    UUID delivery,
    UUID webhook,
    DeliveryKind kind,
    String cursor,
    UUID claim,
    int attempts,
    boolean doubtful) {
  static Claim read(ResultSet row) throws SQLException {
    return new Claim(
        row.getObject("id", UUID.class),
        row.getObject("webhook", UUID.class),
        DeliveryKind.valueOf(row.getString("kind")),
        row.getString("cursor"),
        row.getObject("claim", UUID.class),
        row.getInt("attempts"),
        row.getBoolean("doubtful"));
  }
}
