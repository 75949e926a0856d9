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
import org.flywaydb.core.Flyway;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Files with functions, views and triggers run again once they are changed. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RepeatableFilesTest {
  private static final String DEFINITIONS =
      """
      select pg_get_functiondef(p.oid) from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prokind <> 'a' and not exists (
        select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all
      select pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal
      union all
      select relname || pg_get_viewdef(oid) from pg_class
      where relkind = 'v' and relnamespace = 'public'::regnamespace
      order by 1""";

  @Inject AgroalDataSource database;
  @Inject Flyway flyway;

  @Test
  void all_is_as_it_was_once_each_has_run_again() throws SQLException {
    List<String> before = definitions();
    assertTrue(before.size() > 200, before.size() + "");
    int files = forget();
    assertTrue(files > 10, files + "");
    assertEquals(files, flyway.migrate().migrationsExecuted);
    assertEquals(before, definitions());
  }

  private int forget() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate("delete from flyway_schema_history where version is null");
    }
  }

  private List<String> definitions() throws SQLException {
    List<String> definitions = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(DEFINITIONS)) {
      while (rows.next()) {
        definitions.add(rows.getString(1));
      }
    }
    return definitions;
  }
}
