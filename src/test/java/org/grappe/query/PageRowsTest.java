package org.grappe.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.grappe.testing.Api;
import org.grappe.testing.Effort;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.MadeUpRegistry;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;

/**
 * A page costs what it shows, not what there is: whatever the document lets anybody ask of a list,
 * the database touches no more than twenty rows for each that a page may have.
 */
@Thorough
@LeavesMuch
@QuarkusTest
@TestProfile(PageRowsTest.OneConnection.class)
@QuarkusTestResource(RealPostgres.class)
class PageRowsTest {
  static final String SCALE = System.getProperty("scale", "0.2");
  private static final int MOST = 1_000;

  /** Of spans, parts, members and names, for each line that is added. */
  private static final int MOST_FOR_A_LINE = 60;

  private static final int UNAUTHORIZED = 401;
  @Inject DataSource database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  /** What one session does is told by it at once; small tables are read as large ones are. */
  public static class OneConnection implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.min-size", "1",
          "quarkus.datasource.jdbc.max-size", "1",
          "quarkus.datasource.jdbc.additional-jdbc-properties.options",
              "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c random_page_cost=1.1",
          // migrations have two of their own
          "quarkus.flyway.jdbc-url", "${quarkus.datasource.jdbc.url}",
          "quarkus.flyway.username", "${quarkus.datasource.username}",
          "quarkus.flyway.password", "${quarkus.datasource.password}",
          "quarkus.scheduler.enabled", "false",
          "grappe.limits.anonymous", "1000000000",
          "grappe.limits.credential", "1000000000",
          "grappe.memory", "0");
    }
  }

  @Test
  void no_page_touches_more_than_twenty_rows_for_each_that_it_may_have() throws Exception {
    List<String> all = filled();
    assertThat(all.size(), greaterThan(2 * MOST));
    List<String> questions =
        IntStream.range(0, all.size())
            .filter(n -> Effort.tries(n, 2) || WidePages.of(all.get(n)).isPresent())
            .mapToObj(all::get)
            .toList();
    TouchedRows touched = new TouchedRows(database);
    Map<String, Long> wide = new TreeMap<>();
    Set<WidePages.Wide> stale = new HashSet<>(WidePages.ALL);
    for (String question : questions) {
      long most = rows(touched, question);
      if (most > MOST) {
        WidePages.of(question).ifPresentOrElse(stale::remove, () -> wide.put(question, most));
      }
    }
    assertAll(
        () -> assertThat("pages that touch too much", wide, is(Map.of())),
        () -> assertThat("wide pages that are so no more", stale, empty()),
        () -> assertThat("sums that read what they add again", wideSums(touched), is(Map.of())));
  }

  /** Groups are many, and what is told of each is read once for all. */
  private Map<String, Long> wideSums(TouchedRows touched) throws SQLException {
    long lines =
        Api.admin()
            .get("/subsidy-lines?limit=1&count=true")
            .then()
            .extract()
            .jsonPath()
            .getLong("total");
    assertThat(lines, greaterThan(MOST * 1L));
    Map<String, Long> wide = new TreeMap<>();
    for (String question : SumQuestions.all(OpenApi.served())) {
      long rows = once(touched, question);
      if (rows > MOST_FOR_A_LINE * lines) {
        wide.put(question, rows);
      }
    }
    return wide;
  }

  private List<String> filled() throws Exception {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
      MadeUpRegistry.fill(connection, SCALE);
      return new PageQuestions(OpenApi.served(), new KnownValues(connection)).all();
    }
  }

  /** The rows of a page; of two tries, as the service does something by itself now and then. */
  private static long rows(TouchedRows touched, String question) throws SQLException {
    long first = once(touched, question);
    return first > MOST ? Math.min(first, once(touched, question)) : first;
  }

  private static long once(TouchedRows touched, String question) throws SQLException {
    long before = touched.sum();
    Response answer = asked(Api.anyone(), question);
    if (answer.statusCode() == UNAUTHORIZED) {
      answer = asked(Api.admin(), question);
    }
    answer.then().statusCode(200);
    return touched.sum() - before;
  }

  private static Response asked(RequestSpecification caller, String question) {
    return caller.basePath("").urlEncodingEnabled(false).get(question);
  }
}
