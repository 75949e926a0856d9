package org.grappe.merger;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.anyonePastMemory;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** A write of which somebody may be told nothing looks to him as if there had been none. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class UntoldChangesTest {
  private static final String IN_PART =
      "select replace(proname, 'told_of_', '') from pg_proc where proname like 'told\\_of\\_%'"
          + " and pronamespace = 'public'::regnamespace";

  @Inject DataSource database;

  /**
   * A record of which not all is told.
   *
   * @param change what is told to its editors alone
   */
  private record Kept(String collection, String id, String cluster, Map<String, ?> change) {
    String path() {
      return "/" + collection + "/" + id;
    }
  }

  private static Kept membership() {
    String cluster = make("/clusters", aCluster());
    Map<String, Object> ended = aMembership(cluster, make("/organisations", anOrganisation()));
    with(ended, "from", "2015-01-01", "until", "2018-01-01", "endReason", "RESIGNED");
    return new Kept(
        "memberships", make("/memberships", ended), cluster, Map.of("endReason", "EXPELLED"));
  }

  private static Kept division() {
    String cluster = make("/clusters", aCluster());
    String result = make("/clusters", aCluster());
    Map<String, Object> body = new LinkedHashMap<>();
    with(body, "cluster", cluster, "kind", "SPIN_OFF", "results", List.of(result));
    String applicant = make("/organisations", anOrganisation());
    String application =
        make("/memberships", with(aMembership(cluster, applicant), "appliedOn", "2018-06-01"));
    return new Kept(
        "divisions",
        make("/divisions", body),
        cluster,
        Map.of("assignments", List.of(Map.of("membership", application, "to", result))));
  }

  private Set<String> tables() throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(IN_PART)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  @Test
  void nobody_learns_that_something_was_written_who_may_not_read_it() throws Exception {
    List<Kept> all = List.of(membership(), division());
    assertEquals(tables(), new TreeSet<>(all.stream().map(Kept::collection).toList()));
    for (Kept kept : all) {
      Supplier<RequestSpecification> stranger = () -> anyonePastMemory();
      Map<String, String> before = seen(kept, stranger);
      String place = anyone().get("/changes?after=now").path("nextCursor");
      String etag = admin().get(kept.path()).header("ETag");
      String since = Instant.now().toString();
      patch(kept.path(), kept.change()).statusCode(200);
      assertEquals(before, seen(kept, stranger), kept.collection());
      String changed = "/" + kept.collection() + "?status=all&cluster=" + kept.cluster();
      assertEquals(
          List.of(),
          stranger.get().get(changed + "&updatedSince=" + since).path("items"),
          kept.collection());
      assertEquals(List.of(), anyone().get("/changes?after=" + place).path("items"));
      assertNotEquals(etag, admin().get(kept.path()).header("ETag"), kept.collection());
      String editor = aKey("EDITOR", kept.cluster());
      assertEquals(
          List.copyOf(kept.change().keySet()),
          bearer(editor).get("/changes?after=" + place).path("items[0].fields"));
      assertEquals(2, (int) admin().get(kept.path() + "/history?count=true").path("total"));
    }
  }

  /** All that is told of it, with what says which version it is. */
  private static Map<String, String> seen(Kept kept, Supplier<RequestSpecification> caller) {
    Map<String, String> seen = new TreeMap<>();
    Response one = caller.get().get(kept.path());
    seen.put("one", one.header("ETag") + one.asString());
    String list =
        "/" + kept.collection() + "%s?status=all&sort=-updatedAt&cluster=" + kept.cluster();
    for (String format : List.of("", ".csv", ".ndjson")) {
      Response all = caller.get().get(list.formatted(format));
      seen.put("list" + format, all.header("ETag") + all.asString());
    }
    String copy = caller.get().get("/export").asString();
    seen.put("copy", copy.lines().filter(line -> line.contains(kept.id())).toList() + "");
    return seen;
  }

  @Test
  void what_is_written_beside_it_is_told_with_its_own_version() {
    for (Kept kept : List.of(membership(), division())) {
      patch(kept.path(), kept.change()).statusCode(200);
      patch(kept.path(), Map.of("remarks", "a remark")).statusCode(200);
      String version = admin().get(kept.path()).header("ETag").replaceFirst("-.*", "");
      assertEquals(
          version, anyonePastMemory().get(kept.path()).header("ETag").replaceFirst("-.*", ""));
    }
  }
}
