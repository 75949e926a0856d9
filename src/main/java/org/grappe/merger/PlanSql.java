package org.grappe.merger;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.grappe.database.Database;
import org.grappe.database.Statements;
import org.grappe.merger.MergerOutcome.Tally;
import org.grappe.problem.Problems;

/**
 * Asks and writes in the terms of a plan: each statement begins with {@code p}, one row with what
 * the plan says. What {@code preview} counts and what the completion writes come from the same
 * common table expressions, so that they cannot differ; but that applications which the caller may
 * not read are not there for it.
 */
@ApplicationScoped
class PlanSql {
  private static final int FIRST = 10;

  private static final String COUNTED =
      """
      select %1$d as n, (select count(*) from told_%1$d),
        array(select name from told_%1$d where name is not null order by name collate french limit %2$d)
      """;

  private final Database database;
  private final PlanRow plans;

  PlanSql(Database database, PlanRow plans) {
    this.database = database;
    this.plans = plans;
  }

  /** How many rows there are, and the first by their column {@code name}. */
  Tally tally(Plan plan, String expressions, String rows) {
    return tallies(plan, expressions, rows).get(0);
  }

  /** The same of several kinds of rows, for which the expressions are worked out once. */
  List<Tally> tallies(Plan plan, String expressions, String... kinds) {
    StringBuilder sql = new StringBuilder(PlanRow.SQL).append(expressions);
    for (int n = 0; n < kinds.length; n++) {
      sql.append(", told_%d as materialized (%s)%n".formatted(n, kinds[n]));
    }
    sql.append(
        IntStream.range(0, kinds.length)
            .mapToObj(n -> COUNTED.formatted(n, FIRST))
            .collect(joining("union all\n")));
    return database.all(
        sql.append("order by n").toString(),
        row -> new Tally(row.getLong(2), List.of((String[]) row.getArray(3).getArray())),
        plans.of(plan));
  }

  <T> List<T> all(Plan plan, String sql, Statements.RowReader<T> reader) {
    return database.all(PlanRow.SQL + sql, reader, plans.of(plan));
  }

  /**
   * What stands against it: rows of a sentence's key, what it says (a cluster, who, a day), and the
   * record.
   */
  List<Against> against(Plan plan, String sql) {
    return all(
        plan,
        sql,
        row ->
            new Against(
                Problems.of(
                    MergerProblems.MERGER_CONFLICT,
                    row.getString(1),
                    told(row.getString(2)),
                    told(row.getString(3)),
                    told(row.getString(4))),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(3) == null ? row.getString(2) : row.getString(3)));
  }

  private static String told(String text) {
    return text == null ? "" : text;
  }

  /** Writes; answers how many rows. */
  int write(Plan plan, String sql) {
    return database.change(PlanRow.SQL + sql, plans.of(plan).toArray());
  }
}
