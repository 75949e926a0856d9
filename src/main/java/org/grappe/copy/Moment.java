package org.grappe.copy;

import java.util.List;
import java.util.Optional;
import org.grappe.database.Statements;

/**
 * What a file shows.
 *
 * @param mark an equal one says that no record has been written in between, nor anything taken out
 *     or derived; absent where something has no position yet
 * @param withdrawals how often something was taken out of the registry
 */
record Moment(Optional<String> mark, long withdrawals) {
  static final Moment UNKNOWN = new Moment(Optional.empty(), Long.MAX_VALUE);

  private static final String SQL =
      """
      select case when not pending then epoch || ' ' || position || ' ' || withdrawals || ' ' || life end, withdrawals
      from positions\
      """;

  static Moment of(Statements in) {
    return in.all(
            SQL,
            row -> new Moment(Optional.ofNullable(row.getString(1)), row.getLong(2)),
            List.of())
        .get(0);
  }
}
