package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.members;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.Test;

/** All that one act writes has one instant, at which it is seen whole or not at all. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OneInstantTest {
  @Inject DataSource source;

  @Test
  void every_write_of_the_document_has_one_instant() {
    List<String> faults = new ArrayList<>();
    OpenApi.served()
        .operations()
        .filter(operation -> !operation.method().equals("GET"))
        .forEach(
            operation -> {
              String request =
                  new Scene().call(operation, admin()).getHeaders().getValue("X-Request-Id");
              if (instants(request) > 1) {
                faults.add(operation + " has " + instants(request));
              }
            });
    assertEquals(List.of(), faults);
  }

  private int instants(String request) {
    try (Connection connection = source.getConnection();
        var statement =
            connection.prepareStatement(
                "select count(distinct at) from record_history where request ->> 'id' = ?")) {
      statement.setString(1, request);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void half_a_merger_is_known_at_no_instant() {
    String one = founded();
    String two = founded();
    List<String> members = members(60, two);
    String merger = make("/mergers", Map.of("parties", List.of(one, two), "result", one));
    for (int round = 0; round < 3; round++) {
      CompletableFuture<Integer> merging = CompletableFuture.supplyAsync(() -> complete(merger));
      Set<Boolean> seen = new TreeSet<>();
      do {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        boolean first = isEnded(members.get(0), at);
        assertEquals(first, isEnded(members.get(59), at), "two memberships at " + at);
        assertEquals(first, isMerged(two, at), "a membership and its cluster at " + at);
        seen.add(first);
      } while (!merging.isDone());
      assertEquals(200, merging.join());
      seen.add(isEnded(members.get(0), Instant.now()));
      assertTrue(seen.contains(true), "the merger is known");
      String at = admin().get("/clusters/" + two + "/history?sort=-at").path("items[0].at");
      String other =
          admin().get("/memberships/" + members.get(30) + "/history?sort=-at").path("items[0].at");
      assertEquals(at, other);
      assertTrue(isEnded(members.get(7), Instant.parse(at)));
      assertEquals(false, isEnded(members.get(7), Instant.parse(at).minusNanos(1000)));
      post("/mergers/" + merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
    }
  }

  private static int complete(String merger) {
    return takeEffect("/mergers/" + merger, "2020-01-01").extract().statusCode();
  }

  private static boolean isEnded(String membership, Instant at) {
    return admin()
            .get("/memberships/{m}?knownAt={at}", membership, at.toString())
            .then()
            .statusCode(200)
            .extract()
            .path("until")
        != null;
  }

  private static boolean isMerged(String cluster, Instant at) {
    return admin()
            .get("/clusters/{c}?knownAt={at}", cluster, at.toString())
            .then()
            .statusCode(200)
            .extract()
            .path("dissolvedOn")
        != null;
  }

  @Test
  void what_a_record_tells_as_when_it_was_written_leads_to_that_write() {
    String path = "/memberships/" + membership();
    List<String> instants =
        Stream.of("a", "b", "c")
            .map(
                remark -> {
                  org.grappe.testing.Api.patch(path, Map.of("remarks", remark)).statusCode(200);
                  return get(path).extract().<String>path("updatedAt");
                })
            .toList();
    for (int i = 0; i < instants.size(); i++) {
      String remark =
          admin().get(path + "?knownAt={at}", instants.get(i)).then().extract().path("remarks");
      assertEquals(String.valueOf("abc".charAt(i)), remark);
    }
  }

  private static String membership() {
    String cluster = make("/clusters", aCluster());
    String organisation = make("/organisations", anOrganisation());
    return make("/memberships", with(aMembership(cluster, organisation), "from", "2016-01-01"));
  }
}
