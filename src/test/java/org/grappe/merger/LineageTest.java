package org.grappe.merger;

import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.anyonePastMemory;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.with;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** From any cluster the whole family, however deep. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class LineageTest {
  @Inject DataSource database;
  private LocalDate day = LocalDate.of(2000, 1, 1);

  private String founded() {
    return make("/clusters", with(aCluster(), "foundedOn", "1990"));
  }

  private String merged(String one, String other) {
    day = day.plusDays(1);
    String result = make("/clusters", with(aCluster(), "announcedOn", "1990"));
    String merger = make("/mergers", Map.of("parties", List.of(one, other), "result", result));
    takeEffect("/mergers/" + merger, day.toString()).statusCode(200);
    return result;
  }

  private String chain(int mergers) {
    String last = founded();
    for (int i = 0; i < mergers; i++) {
      last = merged(last, founded());
    }
    return last;
  }

  private String tree(int depth) {
    return depth == 0 ? founded() : merged(tree(depth - 1), tree(depth - 1));
  }

  @Test
  void a_chain_and_a_tree_are_read_whole_in_one_statement() throws SQLException {
    String chain = chain(49);
    String tree = tree(6);
    for (var family : Map.of(chain, 99, tree, 127).entrySet()) {
      get("/clusters/" + family.getKey() + "/lineage")
          .body("clusters", hasSize(family.getValue()))
          .body("mergers", hasSize(family.getValue() / 2));
      assertEquals(1, statements("/clusters/" + family.getKey() + "/lineage"));
    }
    get("/clusters/" + chain + "/lineage?on=2000-01-11").body("clusters", hasSize(1));
  }

  private long statements(String path) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("select pg_stat_statements_reset()");
      anyonePastMemory().get(path).then().statusCode(200);
      try (var row =
          statement.executeQuery(
              "select sum(calls) from pg_stat_statements where query like '%family_of%'"
                  + " and query not like '%pg_stat%'")) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Four times the size takes no more than four times as long, with room for noise. */
  @Test
  void its_time_grows_no_faster_than_its_size() {
    String small = chain(10);
    String large = chain(40);
    time(small);
    time(large);
    double ratio = (double) time(large) / time(small);
    assertThat("41 mergers by 11: " + ratio, ratio, lessThan(6.0));
  }

  private static long time(String cluster) {
    long[] times = new long[60];
    for (int i = 0; i < times.length; i++) {
      long began = System.nanoTime();
      get("/clusters/" + cluster + "/lineage").statusCode(200);
      times[i] = System.nanoTime() - began;
    }
    java.util.Arrays.sort(times);
    return times[times.length / 2];
  }

  @Test
  void it_can_be_drawn_and_linked() {
    String quoted =
        make("/clusters", with(aCluster(), "name", "A\"] --> x[\"B\nC", "foundedOn", "1990"));
    String result = merged(quoted, founded());
    String chart =
        anyone()
            .accept("text/vnd.mermaid")
            .get("/clusters/" + result + "/lineage")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/vnd.mermaid"))
            .extract()
            .asString();
    assertThat(chart, startsWith("flowchart LR\n"));
    assertThat(chart, not(containsString("x[")));
    assertEquals(1 + 3 + 1 + 3, chart.lines().count(), chart);
    anyone()
        .accept("application/ld+json")
        .get("/clusters/" + result + "/lineage")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/ld+json"))
        .body("'@context'.org", equalTo("http://www.w3.org/ns/org#"))
        .body("'@graph'.'@type'", hasItem("org:ChangeEvent"))
        .body(
            "'@graph'.find { it.'@type' == 'org:ChangeEvent' }.'org:resultingOrganization'.'@id'",
            equalTo("urn:uuid:" + result));
    get("/clusters/no-such-cluster/lineage").statusCode(404);
    anyone().accept("text/csv").get("/clusters/" + result + "/lineage").then().statusCode(406);
  }
}
