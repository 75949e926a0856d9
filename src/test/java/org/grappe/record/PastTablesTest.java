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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Of what is in the history, a table's columns that are not. */
  private static final String LEFT_OUT =
      """
      coalesce((select string_to_array(encode(g.tgargs, 'escape'), '\\000') from pg_trigger g
        where g.tgrelid = 'public.%s'::regclass and g.tgname = 'write_history'), '{}')""";

  /** What the past has of a table, in its two halves. */
  private static final String APART =
      """
      (select * from past_unchanged.%1$s where %2$s union all select * from past_changed.%1$s)""";

  /** So much is written that a hundredth of it is something. */
  private static final long ENOUGH = 500;

  /** When a part of all had been written. */
  private static final String AT =
      """
      (select c.at from feed f join commits c on c.id = f.commit
        where f.position = ceil(%s * (select max(position) from feed)))""";

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
    written();
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

  private static void written() {
    OpenApi.served()
        .operations()
        .filter(operation -> !operation.method().equals("GET"))
        .forEach(operation -> new Scene().call(operation, admin()));
  }

  /** Of the first that were written, all that was known is looked at. */
  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.02, 0.3, 0.6, 0.9, 1})
  void what_there_was_is_what_is_unchanged_and_what_has_changed(double part) throws SQLException {
    if (Long.parseLong(texts("select position from head").get(0)) < ENOUGH) {
      written();
    }
    String instant = AT.formatted(part);
    List<String> faults = new ArrayList<>();
    for (String table : texts(TABLES.formatted("past_unchanged"))) {
      String apart = APART.formatted(table, unchanged(table));
      long missing = rows("past." + table, apart, table, instant);
      long more = rows(apart, "past." + table, table, instant);
      if (missing + more > 0) {
        faults.add("%s: %d are missing, %d are more".formatted(table, missing, more));
      }
    }
    assertEquals(List.of(), faults);
    assertEquals(
        List.of(part > 0.01 ? "t" : "f"),
        texts("select goes_by_today() and exists (select from past_unchanged.clusters)", instant));
  }

  /** Which rows of what follows from records are told by today's. */
  private String unchanged(String table) throws SQLException {
    return texts(
            """
            select coalesce(string_agg(
              reference || ' in (select id from past_unchanged.' || referred || ')', ' or '), 'true')
            from derivations where derived = '%s' and referred is not null
              and to_regclass('past.' || derived) is not null and not exists (
                select from pg_trigger where tgrelid = ('public.' || derived)::regclass and tgname = 'write_history')"""
                .formatted(table))
        .get(0);
  }

  /** What one has more than another, but for columns that the history leaves out. */
  private long rows(String of, String without, String table, String instant) throws SQLException {
    return Long.parseLong(
        texts(
                """
                select count(*) from (
                  select to_jsonb(t) - %1$s - %4$s from %2$s t
                  except all select to_jsonb(t) - %1$s - %4$s from %3$s t) rows"""
                    .formatted(UNTOLD, of, without, LEFT_OUT.formatted(table)),
                instant)
            .get(0));
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
    return texts(sql, "clock_timestamp()");
  }

  private List<String> texts(String sql, String instant) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select number_pending()");
      connection.commit();
      if (sql.contains(" past.") || sql.contains(" past_")) {
        statement.execute("select past.look_back(" + instant + ")");
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
