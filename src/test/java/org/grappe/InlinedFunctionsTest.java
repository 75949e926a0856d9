package org.grappe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/**
 * Functions in SQL that are one expression, or that select rows, become part of what calls them: a
 * call for each row takes ten times as long.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class InlinedFunctionsTest {
  /** What holds a query of its own is called as it is. */
  private static final String FUNCTIONS =
      """
      select p.proname, p.proretset,
        array(select format_type(t, null) from unnest(p.proargtypes::oid[]) with ordinality a(t, n) order by n)
      from pg_proc p join pg_language l on l.oid = p.prolang
      where p.pronamespace = 'public'::regnamespace and l.lanname = 'sql' and p.prokind = 'f'
        and (p.proretset or pg_get_function_sqlbody(p.oid) !~* '\\mselect\\M')
      order by p.proname""";

  @Inject AgroalDataSource database;

  private record Function(String name, boolean rows, List<String> types) {
    private String table() {
      return IntStream.range(0, types.size())
          .mapToObj(i -> "null::" + types.get(i) + " as a" + i)
          .collect(Collectors.joining(", ", "create temporary table given as select ", ""));
    }

    private String call() {
      String call =
          IntStream.range(0, types.size())
              .mapToObj(i -> "a" + i)
              .collect(Collectors.joining(", ", name + "(", ")"));
      return rows
          ? "explain (verbose) select f.* from given, lateral " + call + " f"
          : "explain (verbose) select " + call + " from given";
    }

    private boolean isCalled(String plan) {
      return plan.matches("(?s).*\\b" + name + "\\(.*");
    }
  }

  @Test
  void each_that_can_is_taken_in_by_the_planner() throws SQLException {
    List<String> called = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<Function> functions = functions(statement);
      assertTrue(functions.size() > 30, functions.size() + "");
      for (Function function : functions) {
        statement.execute(function.table());
        if (function.isCalled(plan(statement, function.call()))) {
          called.add(function.name);
        }
        statement.execute("drop table given");
      }
    }
    assertEquals(List.of(), called);
  }

  @Test
  void what_is_not_known_stays_so() throws SQLException {
    String nothing =
        """
        select num_nonnulls(first_day(null), last_day(null), plain(null::text), euros(null))
          + (select count(*) from region_family(null))
          + (select count(*) from lineage_of(null, '2020-01-01'))
          + (select count(*) from lineage_of((select gen_random_uuid()), null))
          + (select count(*) from family_of(null, '2020-01-01'))
          + (select count(*) from family_of((select gen_random_uuid()), null))
          + (select count(*) from heirs_of(null))""";
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(nothing)) {
      rows.next();
      assertEquals(0, rows.getInt(1));
    }
  }

  private static List<Function> functions(Statement statement) throws SQLException {
    List<Function> functions = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(FUNCTIONS)) {
      while (rows.next()) {
        functions.add(
            new Function(
                rows.getString(1),
                rows.getBoolean(2),
                List.of((String[]) rows.getArray(3).getArray())));
      }
    }
    return functions;
  }

  private static String plan(Statement statement, String sql) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }
}
