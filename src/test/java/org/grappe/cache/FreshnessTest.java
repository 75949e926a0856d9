package org.grappe.cache;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.Effort;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.Records;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody reads what was before a write, once that is answered. */
@QuarkusTest
class FreshnessTest {
  private static final String SIGNATURE =
      "set local grappe.act = '{\"at\": \"2026-01-01T00:00:00Z\", \"by\": {\"kind\": \"SYSTEM\"}}'";

  /** {@code -Dfreshness.turns=10000} has them all. */
  private static final int TURNS = Integer.getInteger("freshness.turns", Effort.of(600, 300));

  @Inject DataSource database;
  @Inject ResponseCache cache;

  private OpenApi api;

  @BeforeEach
  void read() throws InterruptedException {
    api = OpenApi.served();
    Exchange.awaitMemory();
  }

  @Test
  void after_each_operation_of_the_document_its_records_are_read_as_they_are() {
    List<String> faults = new ArrayList<>();
    int n = 0;
    for (Operation operation : api.operations().filter(o -> !o.method().equals("GET")).toList()) {
      if (!Effort.tries(n++, 3)) {
        continue;
      }
      Scene scene = new Scene();
      String address = scene.address(operation);
      Object body = scene.body(operation);
      List<Exchange> reads = reads(scene.cluster(), address).map(FreshnessTest::get).toList();
      reads.forEach(Exchange::ask);
      reads.forEach(Exchange::ask);
      int status = scene.call(operation, address, body, Api.admin()).statusCode();
      assertTrue(status < 500, operation + " " + status);
      for (Exchange exchange : reads) {
        Response fromMemory = exchange.ask();
        exchange
            .past()
            .ask()
            .differenceTo(fromMemory)
            .ifPresent(found -> faults.add(operation + " " + exchange.address() + found));
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  /** All lists that are open to anybody, all of the cluster, and what lies on the way to this. */
  private Stream<String> reads(String cluster, String address) {
    Stream<String> told =
        api.gets()
            .filter(operation -> operation.node().path("security").isEmpty())
            .map(Operation::path)
            .filter(path -> path.startsWith("/api/") && !path.matches(".*/(import.*|changes)"))
            .map(path -> path.replace("{cluster}", cluster))
            .map(
                path ->
                    path.replaceFirst("^/api/v1/clusters/\\{id}", "/api/v1/clusters/" + cluster))
            .filter(path -> path.indexOf('{') < 0)
            .flatMap(path -> Stream.of(path, path + "?cluster=" + cluster));
    Stream<String> way =
        Stream.iterate(
                address.replaceFirst("\\?.*", ""),
                path -> path.length() > "/api/v1/".length(),
                path -> path.substring(0, path.lastIndexOf('/')))
            .filter(path -> !path.matches(".*/(credentials|imports|webhooks)\\b.*"));
    return Stream.concat(told, way).distinct();
  }

  private static Exchange get(String address) {
    return new Exchange("GET", address, "application/json");
  }

  @Test
  void whoever_writes_reads_it_whatever_the_turn() {
    String id = make("/clusters", aCluster());
    for (int i = 0; i < TURNS; i++) {
      String remarks = unique("remark");
      Wire.json(
          Wire.call(
                  "PATCH",
                  "/api/v1/clusters/" + id,
                  "application/merge-patch+json",
                  "{\"remarks\": \"%s\"}".formatted(remarks))
              .header("If-Match", "*")
              .bearer(Api.ADMIN_KEY),
          200);
      for (int again = 0; again < 2; again++) {
        String read = get("/api/v1/clusters/" + id).ask().text();
        assertTrue(read.contains("\"" + remarks + "\""), () -> read);
      }
    }
  }

  @Test
  void an_application_leaves_all_as_it_is() {
    String id = make("/clusters", aCluster());
    String organisation = make("/organisations", Records.anOrganisation());
    List<Exchange> reads =
        List.of(
            get("/api/v1/clusters/" + id),
            get("/api/v1/memberships?cluster=" + id),
            get("/api/v1/memberships"),
            get("/api/v1/organisations/" + organisation));
    reads.forEach(Exchange::ask);
    reads.forEach(one -> assertTrue(one.ask().isHit()));
    String application =
        make(
            "/memberships",
            Records.with(Records.aMembership(id, organisation), "appliedOn", "2026-01-01"));
    reads.forEach(one -> assertTrue(one.ask().isHit(), "an application"));
    Api.patch("/memberships/" + application, Map.of("refusedOn", "2026-02-01")).statusCode(200);
    reads.forEach(one -> assertTrue(one.ask().isHit(), "a refusal"));
    Api.delete("/memberships/" + application).statusCode(204);
    reads.forEach(one -> assertTrue(one.ask().isHit(), "a deletion"));
    make("/memberships", Records.with(Records.aMembership(id, organisation), "from", "2020-01-01"));
    reads.subList(0, 3).forEach(one -> assertFalse(one.ask().isHit(), "a member"));
  }

  @Test
  void so_does_what_the_public_is_not_told_of_a_member() {
    String id = make("/clusters", aCluster());
    Map<String, Object> ended =
        Records.aMembership(id, make("/organisations", Records.anOrganisation()));
    Records.with(ended, "from", "2015-01-01", "until", "2018-01-01", "endReason", "RESIGNED");
    String member = make("/memberships", ended);
    List<Exchange> reads =
        List.of(
            get("/api/v1/clusters/" + id),
            get("/api/v1/memberships/" + member),
            get("/api/v1/memberships?status=all&cluster=" + id));
    reads.forEach(Exchange::ask);
    List<String> before = reads.stream().map(one -> one.ask().text()).toList();
    Api.patch("/memberships/" + member, Map.of("endReason", "EXPELLED")).statusCode(200);
    reads.forEach(one -> assertTrue(one.ask().isHit(), one.address()));
    assertEquals(before, reads.stream().map(one -> one.past().ask().text()).toList());
    Api.patch("/memberships/" + member, Map.of("until", "2018-02-01")).statusCode(200);
    reads.forEach(one -> assertFalse(one.ask().isHit(), one.address()));
  }

  @Test
  void what_waits_long_for_its_position_is_read_all_the_same() throws Exception {
    String id = make("/clusters", aCluster());
    Exchange exchange = get("/api/v1/clusters/" + id);
    exchange.ask();
    assertTrue(exchange.ask().isHit());
    String remarks = unique("remark");
    CompletableFuture<Integer> writing;
    try (Connection other = database.getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("select pg_advisory_xact_lock(numbering_lock())");
      writing =
          CompletableFuture.supplyAsync(
              () ->
                  Api.patch("/clusters/" + id, Map.of("remarks", remarks)).extract().statusCode());
      while (!remarks.equals(Api.admin().get("/clusters/" + id).path("remarks"))) {
        Thread.sleep(5);
      }
      Thread.sleep(100);
      assertTrue(exchange.ask().text().contains("\"" + remarks + "\""));
      other.rollback();
    }
    while (!writing.isDone()) {
      assertTrue(exchange.ask().text().contains("\"" + remarks + "\""), "no way back");
    }
    assertEquals(200, writing.get());
    assertTrue(exchange.ask().text().contains("\"" + remarks + "\""));
  }

  @Test
  void what_another_instance_writes_is_read_within_a_quarter_of_a_second()
      throws SQLException, InterruptedException {
    String id = make("/clusters", aCluster());
    Exchange exchange = get("/api/v1/clusters/" + id);
    for (int i = 0; i < 20; i++) {
      exchange.ask();
      assertTrue(exchange.ask().isHit());
      String remarks = unique("remark");
      elsewhere("update clusters set remarks = '" + remarks + "' where id = '" + id + "'");
      Thread.sleep(250);
      assertTrue(exchange.ask().text().contains("\"" + remarks + "\""));
    }
  }

  /** What it touches is asked in a table that somebody has locked. */
  @Test
  void what_another_instance_writes_is_read_while_it_is_not_known_yet_what_it_touches()
      throws SQLException, InterruptedException {
    String id = make("/clusters", aCluster());
    Exchange exchange = get("/api/v1/clusters/" + id);
    exchange.ask();
    assertTrue(exchange.ask().isHit());
    String remarks = unique("remark");
    try (Connection other = database.getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("lock table convention_parties in access exclusive mode");
      elsewhere("update clusters set remarks = '" + remarks + "' where id = '" + id + "'");
      numberedElsewhere();
      Thread.sleep(250);
      for (int again = 0; again < 20; again++) {
        assertTrue(exchange.ask().text().contains("\"" + remarks + "\""));
        Thread.sleep(20);
      }
      other.rollback();
    }
  }

  /** As another instance does that is killed before it numbers what it has written. */
  private void elsewhere(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(SIGNATURE);
      statement.execute(sql);
      connection.commit();
    }
  }

  /** So that this instance has but to look. */
  private void numberedElsewhere() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select epoch, position from number_pending()");
    }
  }

  @Test
  void who_shows_a_credential_is_never_answered_from_memory() {
    String address = "/api/v1/clusters/" + make("/clusters", aCluster());
    get(address).ask();
    assertTrue(get(address).ask().isHit());
    assertFalse(
        get(address).with(Map.of("Authorization", "Bearer " + Api.ADMIN_KEY)).ask().isHit());
  }

  /** It is answered no more; and nor does it wait until something else takes its place. */
  @Test
  void nothing_is_kept_that_was_answered_before_a_name_was_taken_out() throws Exception {
    String remarks = unique("remark");
    Exchange exchange =
        get("/api/v1/clusters/" + make("/clusters", Records.with(aCluster(), "remarks", remarks)));
    exchange.ask();
    assertTrue(exchange.ask().isHit());
    assertTrue(isKept(remarks));
    Api.post("/people/erasure", Map.of("person", "Nobody " + unique("Whatever"))).statusCode(200);
    // within 100 ms, but this machine may do other things
    for (int i = 0; i < 40 && isKept(remarks); i++) {
      Thread.sleep(50);
    }
    assertFalse(isKept(remarks));
  }

  private boolean isKept(String text) {
    return cache.all().stream()
        .anyMatch(response -> response.content().plain().toString().contains(text));
  }

  @Test
  void what_comes_from_memory_is_of_now() {
    Exchange exchange = get("/api/v1/clusters/" + make("/clusters", aCluster()));
    exchange.ask();
    Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Response hit = exchange.ask();
    assertTrue(hit.isHit());
    Instant date =
        DateTimeFormatter.RFC_1123_DATE_TIME.parse(
            hit.headers().firstValue("Date").orElseThrow(), Instant::from);
    assertFalse(date.isBefore(before), hit.headers() + "");
    assertEquals(Optional.empty(), hit.headers().firstValue("Age"), "it is as it would be made");
  }

  @Test
  void what_has_the_host_of_who_asks_in_it_is_not_kept() {
    String address = "/api/v1/clusters/" + make("/clusters", aCluster());
    Exchange linked = new Exchange("GET", address, "application/ld+json");
    assertEquals(200, linked.ask().status());
    assertFalse(linked.ask().isHit());
  }
}
