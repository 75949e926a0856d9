package org.grappe.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.grappe.testing.Api;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.MadeUpRegistry;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;

/**
 * A whole list of the past reads the history a few times, and what is told of each record it looks
 * up: nothing reads the history of a table once more for each row.
 */
@Thorough
@LeavesMuch
@QuarkusTest
@TestProfile(PageRowsTest.OneConnection.class)
@QuarkusTestResource(RealPostgres.class)
class PastRowsTest {
  /** So many rows may be looked up for each that is told. */
  private static final int PER_ROW = 60;

  /**
   * What a line comes to is worked out anew of its steps, fundings and payments, each by itself.
   */
  private static final Map<String, Integer> WIDE = Map.of("/api/v1/subsidy-lines.csv", 400);

  private static final int PASSES = 10;

  /** And so many for a page of fifty: of a line many, and of what has changed since. */
  private static final int PER_PAGE = 30_000;

  /** Pages that touch more, whatever the plan: of a college. */
  private static final String WIDE_PAGES = ".*/memberships[?].*college=.*";

  @Inject DataSource database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @Test
  void no_list_of_the_past_reads_a_history_for_each_row() throws Exception {
    long history = filled();
    List<Operation> lists =
        OpenApi.served()
            .everything()
            .filter(list -> list.method().equals("GET") && list.path().indexOf('{') < 0)
            .filter(PastRowsTest::looksBack)
            .filter(list -> list.path().matches(".*[.](csv|ics)|.*/export"))
            .toList();
    assertThat(lists.size(), greaterThan(15));
    TouchedRows touched = new TouchedRows(database);
    Map<String, Long> wide = new TreeMap<>();
    for (Operation list : lists) {
      long before = touched.sum();
      String told =
          Api.admin()
              .basePath("")
              .get(list.path() + "?knownAt=" + Instant.now())
              .then()
              .statusCode(200)
              .extract()
              .asString();
      long rows = touched.sum() - before;
      if (rows > PASSES * history + WIDE.getOrDefault(list.path(), PER_ROW) * records(told)) {
        wide.put(list.path(), rows);
      }
    }
    assertThat(wide, is(Map.of()));
  }

  /** Lists whose records of the past are found apart. */
  private static final Set<String> APART =
      Set.of("memberships", "subsidy-lines", "organisations", "events", "figures", "mandates");

  @Test
  void a_page_of_the_past_touches_rows_for_what_it_shows() throws Exception {
    filled();
    String known = Instant.now().toString();
    rename(20);
    TouchedRows touched = new TouchedRows(database);
    Map<String, Long> wide = new TreeMap<>();
    for (String question : questions()) {
      long rows = rows(touched, question + "&knownAt=" + known);
      if (rows > PER_PAGE) {
        // the service does something by itself now and then
        rows = Math.min(rows, rows(touched, question + "&knownAt=" + known));
      }
      if (rows > PER_PAGE && !question.matches(WIDE_PAGES)) {
        wide.put(question, rows);
      }
    }
    assertThat(wide, is(Map.of()));
  }

  private static long rows(TouchedRows touched, String address) throws SQLException {
    long before = touched.sum();
    Api.admin().basePath("").urlEncodingEnabled(false).get(address).then().statusCode(200);
    return touched.sum() - before;
  }

  /** What may be asked of these lists: their filters and their orders, each by itself. */
  private List<String> questions() throws Exception {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
      List<String> questions =
          new PageQuestions(OpenApi.served(), new KnownValues(connection))
              .all().stream()
                  .filter(one -> APART.contains(one.replaceAll("^/api/v1/|[?].*", "")))
                  .filter(one -> one.matches("[^&]*(&[^&]*)?"))
                  .toList();
      assertThat(questions.size(), greaterThan(100));
      return questions;
    }
  }

  /** Some organisations are called otherwise since, and so are their memberships. */
  private static void rename(int some) {
    Api.admin()
        .get("/organisations?limit=" + some)
        .jsonPath()
        .<String>getList("items.id")
        .forEach(id -> Api.patch("/organisations/" + id, Map.of("name", "Z" + id)).statusCode(200));
  }

  private static boolean looksBack(Operation list) {
    return OpenApi.items(list.node().path("parameters"))
        .anyMatch(parameter -> parameter.path("name").asText().equals("knownAt"));
  }

  private static long records(String told) {
    return told.lines()
        .filter(line -> !told.startsWith("BEGIN:") || line.equals("BEGIN:VEVENT"))
        .count();
  }

  /** Fills it; how many rows the history has then. */
  private long filled() throws Exception {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      MadeUpRegistry.fill(connection, PageRowsTest.SCALE);
      return count(statement);
    }
  }

  private static long count(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select count(*) from history")) {
      row.next();
      return row.getLong(1);
    }
  }
}
