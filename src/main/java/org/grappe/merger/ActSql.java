package org.grappe.merger;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.grappe.caller.Callers;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.database.Statements;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * Asks and writes in the terms of an act, a merger's, division's or succession's. What {@code
 * preview} counts and what the act writes come from the same common table expressions, so that they
 * cannot differ; but that what is told leaves out the applications and registrations that the
 * caller may not read, and what is written takes all.
 */
@ApplicationScoped
class ActSql {
  private static final String COUNTED =
      """
      select %1$d as n, (select count(*) from told_%1$d),
        array(select name from told_%1$d where name is not null order by name collate french limit %2$d)
      """;

  private final Database database;
  private final Today today;
  private final Callers callers;

  ActSql(Database database, Today today, Callers callers) {
    this.database = database;
    this.today = today;
    this.callers = callers;
  }

  /** How many rows there are, and the first by their column {@code name}. */
  Tally tally(Terms terms, String expressions, String rows) {
    return tallies(terms, expressions, rows).get(0);
  }

  /** The same of several kinds of rows, for which the expressions are worked out once. */
  List<Tally> tallies(Terms terms, String expressions, String... kinds) {
    StringBuilder sql = new StringBuilder(expressions);
    for (int n = 0; n < kinds.length; n++) {
      sql.append(", told_%d as materialized (%s)%n".formatted(n, kinds[n]));
    }
    sql.append(
        IntStream.range(0, kinds.length)
            .mapToObj(n -> COUNTED.formatted(n, Tally.FIRST))
            .collect(joining("union all\n")));
    return all(
        terms,
        sql.append("order by n").toString(),
        row -> new Tally(row.getLong(2), List.of((String[]) row.getArray(3).getArray())));
  }

  <T> List<T> all(Terms terms, String sql, Statements.RowReader<T> reader) {
    return database.all(
        terms.beginning() + sql, reader, terms.args(Sight.of(callers.current(), today)));
  }

  /** What stands against it. */
  List<Against> against(Terms terms, String sql) {
    return all(terms, sql, Against::conflict);
  }

  /** Writes; answers how many rows. */
  int write(Terms terms, String sql) {
    return database.change(
        terms.beginning() + sql, terms.args(Sight.ofEverything(today)).toArray());
  }

  /** Writes or locks; answers with what that returns. */
  <T> List<T> written(Terms terms, String sql, Statements.RowReader<T> reader) {
    return database.all(terms.beginning() + sql, reader, terms.args(Sight.ofEverything(today)));
  }
}
