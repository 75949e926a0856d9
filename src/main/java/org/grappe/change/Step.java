package org.grappe.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * One write of one record, as it concerns a caller.
 *
 * @param first the first position of its act
 * @param last the last one
 * @param before whether the caller could read the record before
 * @param after whether he can after it
 * @param deleted whether there is no record after it
 * @param fields the members that changed and that he may read
 */
record Step(
    long position,
    long fingerprint,
    long commit,
    Instant at,
    long first,
    long last,
    String table,
    UUID id,
    boolean before,
    boolean after,
    boolean deleted,
    boolean erased,
    long version,
    String slug,
    List<UUID> clusters,
    List<String> fields,
    String path) {

  static Step read(ResultSet row) throws SQLException {
    return new Step(
        row.getLong("position"),
        row.getLong("fingerprint"),
        row.getLong("commit"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getLong("first_position"),
        row.getLong("last_position"),
        row.getString("record_table"),
        row.getObject("record_id", UUID.class),
        row.getBoolean("before_told"),
        row.getBoolean("after_told"),
        row.getBoolean("deleted"),
        row.getBoolean("erased"),
        row.getLong("version"),
        row.getString("slug"),
        Arrays.asList((UUID[]) row.getArray("clusters").getArray()),
        Arrays.asList((String[]) row.getArray("fields").getArray()),
        row.getString("path"));
  }

  long size() {
    return last - first + 1;
  }
}
