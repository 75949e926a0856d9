package org.grappe.merger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.grappe.cluster.ClusterProblems;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/**
 * Something that stands against an act on a merger, and the record that does, where it is one.
 *
 * @param collection of what kind the record is
 * @param name how it is called
 */
record Against(Problem problem, String collection, UUID id, String name) {

  static Against of(Problem problem) {
    return new Against(problem, null, null, null);
  }

  /**
   * What stands against a reversal: a row of a sentence's key, the record, how it is called, and a
   * day where the sentence has one.
   */
  static Against reversal(ResultSet row) throws SQLException {
    String collection = row.getString(2);
    String name = told(row.getString(4));
    return new Against(
        Problems.of(
            ClusterProblems.REVERSAL_BLOCKED,
            row.getString(1),
            Problems.noun(collection),
            name,
            told(row.getString(5))),
        collection,
        row.getObject(3, UUID.class),
        name);
  }

  /**
   * What stands against an act: a row of a sentence's key, what it says (a cluster, who, a day),
   * and the record, which is called as who is said, or else the cluster.
   */
  static Against conflict(ResultSet row) throws SQLException {
    String who = row.getString(3);
    return conflict(row, who == null ? row.getString(2) : who);
  }

  /** The same where the record is called as the sentence begins. */
  static Against calledFirst(ResultSet row) throws SQLException {
    return conflict(row, row.getString(2));
  }

  private static Against conflict(ResultSet row, String name) throws SQLException {
    return new Against(
        Problems.of(
            MergerProblems.MERGER_CONFLICT,
            row.getString(1),
            told(row.getString(2)),
            told(row.getString(3)),
            told(row.getString(4))),
        row.getString(5),
        row.getObject(6, UUID.class),
        name);
  }

  private static String told(String text) {
    return Objects.toString(text, "");
  }

  static Against conflict(String key, Object... args) {
    return of(Problems.of(MergerProblems.MERGER_CONFLICT, key, args));
  }
}
