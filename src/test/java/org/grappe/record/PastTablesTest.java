package org.grappe.record;

import static org.grappe.testing.Api.admin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.Test;

/** The past has every table, and as of now it has what they have. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PastTablesTest {
  /** Of these what there is now is told: no record, or one that is not told as it stood. */
  private static final Set<String> TODAYS =
      Set.of(
          "cluster_slugs",
          "commits",
          "credential_uses",
          "derivations",
          "edited_clusters",
          "erasures",
          "feed",
          "feed_pending",
          "flyway_schema_history",
          "former_event_days",
          "head",
          "history",
          "idempotency_keys",
          "import_claims",
          "imports",
          "legal_numbers",
          "named_in_undertakings",
          "regions",
          "repeated_erasures",
          "self_named_results",
          "settings",
          "webhook_deliveries",
          "webhooks");

  /** What no answer is made of. */
  private static final String UNTOLD =
      "'{entered_for,secret_hash,imported_key,imported_alike,added_in}'::text[]";

  private static final String TABLES =
      """
      select relname from pg_class c
      where relnamespace = '%s'::regnamespace and relkind in ('r', 'v')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      order by relname""";

  /** What something of the past reads that the past has too. */
  private static final String PRESENT_READ =
      """
      with things as (
        select p.oid, p.oid as part, p.proname as name from pg_proc p
        where p.pronamespace = 'past'::regnamespace
        union all
        select r.ev_class, r.oid, r.ev_class::regclass::text from pg_rewrite r
        join pg_class c on c.oid = r.ev_class where c.relnamespace = 'past'::regnamespace)
      select distinct replace(t.name, 'past.', '') || ' reads ' || coalesce(c.relname, p.proname)
      from things t join pg_depend d on d.objid = t.part
      left join pg_class c on c.oid = d.refobjid and d.refclassid = 'pg_class'::regclass
        and c.relnamespace = 'public'::regnamespace
        and to_regclass('past.' || quote_ident(c.relname)) is not null
      left join pg_proc p on p.oid = d.refobjid and d.refclassid = 'pg_proc'::regclass
        and p.pronamespace = 'public'::regnamespace
        and exists (
          select from pg_depend e join pg_class f on f.oid = e.refobjid
          where e.objid = p.oid and e.refclassid = 'pg_class'::regclass
            and to_regclass('past.' || quote_ident(f.relname)) is not null)
      -- a row of the history becomes one of its table's type
      where num_nonnulls(c.oid, p.oid) > 0 and not exists (
        select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'write_history'
          and t.name = 'past.' || c.relname)
      order by 1""";

  @Inject DataSource source;

  @Test
  void it_has_every_table_but_those_of_which_today_is_told() throws SQLException {
    Set<String> present = new TreeSet<>(texts(TABLES.formatted("public")));
    present.removeAll(TODAYS);
    Set<String> past = new TreeSet<>(texts(TABLES.formatted("past")));
    past.removeAll(TODAYS);
    assertTrue(past.size() > 25, past + "");
    assertEquals(
        present, past, "each table of records has a history, or says what it follows from");
  }

  @Test
  void nothing_in_it_reads_what_there_is_now() throws SQLException {
    assertEquals(
        // days that are still there, and the type of a span
        List.of("event_days reads event_days", "subsidy_parts reads parts_of_span"),
        texts(PRESENT_READ));
  }

  @Test
  void as_of_now_it_has_what_there_is() throws SQLException {
    OpenApi.served()
        .operations()
        .filter(operation -> !operation.method().equals("GET"))
        .forEach(operation -> new Scene().call(operation, admin()));
    List<String> faults = new ArrayList<>();
    for (String table : texts(TABLES.formatted("past"))) {
      long missing = rows(table, "public", "past");
      long more = rows(table, "past", "public");
      if (missing + more > 0) {
        faults.add("%s: %d are missing, %d are more".formatted(table, missing, more));
      }
    }
    assertEquals(List.of(), faults);
  }

  private long rows(String table, String of, String without) throws SQLException {
    return Long.parseLong(
        texts(
                """
                select count(*) from (
                  select to_jsonb(t) - %1$s from %2$s.%4$s t
                  except all select to_jsonb(t) - %1$s from %3$s.%4$s t) rows"""
                    .formatted(UNTOLD, of, without, table))
            .get(0));
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select number_pending()");
      connection.commit();
      if (sql.contains(" past.")) {
        statement.execute("select past.look_back(clock_timestamp())");
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      connection.rollback();
      return found;
    }
  }
}
