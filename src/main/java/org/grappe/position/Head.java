package org.grappe.position;

import java.util.List;
import org.grappe.database.Statements;

/**
 * How far the positions go: the version of the whole registry. Where epoch and position are equal
 * and nothing is pending, no record has been written in between.
 *
 * @param epoch what positions can be compared within: another server has another, and so has this
 *     one after some were lost
 * @param position the last position, 0 where nothing was ever written
 * @param pending whether something is committed that has no position yet
 * @param replica whether this database only follows another, which gives the positions
 * @param life where it is another, answers may be others though the position is the same; null
 *     where it was not looked at
 */
public record Head(String epoch, long position, boolean pending, boolean replica, String life) {
  private static final String READ =
      "select epoch, position, pending, replica, life from positions";

  /** As it is: one short statement. */
  static Head of(Statements in) {
    return in.all(
            READ,
            row ->
                new Head(
                    row.getString(1),
                    row.getLong(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getString(5)),
            List.of())
        .get(0);
  }
}
