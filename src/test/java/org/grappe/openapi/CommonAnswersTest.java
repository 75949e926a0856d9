package org.grappe.openapi;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.grappe.testing.Wire.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The answers that operations of a kind have in common, of each of them: {@code ci/answers} wants
 * every documented one to be given once.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CommonAnswersTest {
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final Map<String, ?> UNKNOWN = Map.of("unknownMember", 1);

  @Inject DataSource database;
  private OpenApi api;

  @BeforeEach
  void read() {
    api = OpenApi.served();
  }

  @Test
  void a_key_that_nobody_has_is_told_of_every_operation() {
    each(
        operation -> operation.path().startsWith("/api/"),
        401,
        operation -> Wire.call(operation, nowhere(operation), UNKNOWN).bearer("grp_nobodys"));
  }

  @Test
  void what_is_not_there_is_told_of_every_path_that_names_something() {
    each(
        operation -> operation.path().contains("{") && operation.path().startsWith("/api/"),
        404,
        operation -> admin(operation, nowhere(operation), new Scene().body(operation)));
  }

  @Test
  void a_version_that_is_stale_is_told_of_every_change() {
    each(
        this::needsVersion,
        412,
        operation -> versioned(operation).header("If-Match", "\"99-stale\""));
  }

  @Test
  void a_version_that_is_missing_is_told_of_every_change() {
    each(this::needsVersion, 428, this::versioned);
  }

  @Test
  void an_unknown_member_is_told_of_every_body() {
    each(
        operation -> takesJson(operation),
        422,
        operation -> admin(operation, new Scene().address(operation), UNKNOWN));
  }

  @Test
  void what_has_not_changed_is_told_of_every_read_but_changes() {
    assertEquals(
        List.of("/api/v1/changes"),
        api.gets()
            .filter(read -> read.path().startsWith("/api/"))
            .filter(read -> !read.node().path("responses").has("304"))
            .map(Operation::path)
            .toList());
    each(
        operation -> operation.node().path("responses").has("304"),
        304,
        operation -> Wire.call("GET", asked(operation)).bearer(Api.ADMIN_KEY),
        CommonAnswersTest::again);
  }

  @Test
  void what_is_there_is_answered_in_every_format_of_every_read() {
    List<Operation> reads =
        api.gets().filter(operation -> operation.path().startsWith("/api/")).toList();
    assertEquals(List.of(), reads.parallelStream().flatMap(this::refusedFormats).toList());
  }

  /** A stream of events has no end. */
  private Stream<String> refusedFormats(Operation operation) {
    String address = asked(operation);
    return api.content(operation.node().at("/responses/200"))
        .map(Map.Entry::getKey)
        .filter(type -> !type.equals("text/event-stream"))
        .map(type -> type + " " + operation + " " + status(address, type))
        .filter(told -> !told.endsWith(" 200"));
  }

  private static int status(String address, String type) {
    return Wire.call("GET", address).bearer(Api.ADMIN_KEY).header("Accept", type).status();
  }

  /** What an answer with the tag of the one before it is; some go on to change for a while. */
  private static int again(Call call) {
    int status = 0;
    for (int i = 0; i < 100 && status != 304; i++) {
      HttpResponse<String> before = call.send();
      if (before.statusCode() != 200) {
        return before.statusCode();
      }
      String tag = before.headers().firstValue("ETag").orElse("none");
      call.request().setHeader("If-None-Match", tag);
      status = call.status();
      call.request().setHeader("If-None-Match", "\"another\"");
      pause();
    }
    return status;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  @Test
  void an_instant_to_come_is_told_of_all_that_looks_back() {
    String soon = Instant.now().plus(Duration.ofHours(1)).toString();
    each(this::looksBack, 409, operation -> known(operation, soon, Api.ADMIN_KEY));
  }

  @Test
  void whoever_may_not_look_back_is_told_of_all_that_does() {
    String partner = aKey("PARTNER");
    each(this::looksBack, 403, operation -> known(operation, "2026-01-01T00:00:00Z", partner));
  }

  @Test
  void a_key_that_another_request_holds_is_told_of_every_POST() {
    each(
        operation -> operation.method().equals("POST"),
        409,
        operation -> {
          Scene scene = new Scene();
          return admin(operation, scene.address(operation), scene.body(operation));
        },
        this::whileHeld);
  }

  /** One after the other: each holds a connection of the pool out of which it is answered. */
  private synchronized int whileHeld(Call call) {
    String key = unique("key");
    String address = call.request().build().uri().toString().replaceFirst("^https?://[^/]+", "");
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      try (PreparedStatement held =
          other.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
        held.setString(1, "ADMIN_KEY:administrator\nPOST\n" + address + "\n" + key);
        held.execute();
        return call.header("Idempotency-Key", key).status();
      } finally {
        other.rollback();
        other.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private boolean needsVersion(Operation operation) {
    return List.of("PATCH", "DELETE").contains(operation.method());
  }

  private boolean looksBack(Operation operation) {
    return parameter(operation, "knownAt");
  }

  private boolean parameter(Operation operation, String name) {
    return api.parameters(operation).anyMatch(one -> one.path("name").asText().equals(name));
  }

  private boolean takesJson(Operation operation) {
    return api.content(operation.node().path("requestBody"))
        .anyMatch(content -> content.getKey().endsWith("json"));
  }

  private static Call admin(Operation operation, String address, Object body) {
    return Wire.call(operation, address, body).bearer(Api.ADMIN_KEY);
  }

  /** Without saying which version. */
  private Call versioned(Operation operation) {
    Scene scene = new Scene();
    String address = scene.address(operation);
    return (operation.method().equals("DELETE")
            ? Wire.call("DELETE", address)
            : Wire.call("PATCH", address, MERGE_PATCH, scene.body(operation)))
        .bearer(Api.ADMIN_KEY);
  }

  /** Where the operation is called, with what it has to be told. */
  private String asked(Operation operation) {
    StringBuilder address = new StringBuilder(new Scene().address(operation));
    api.parameters(operation)
        .filter(one -> one.path("in").asText().equals("query"))
        .filter(one -> one.path("required").asBoolean())
        .forEach(
            one ->
                address
                    .append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(one.path("name").asText())
                    .append('=')
                    .append(one.path("example").asText()));
    return address.toString();
  }

  private Call known(Operation operation, String at, String key) {
    String address = asked(operation);
    return Wire.call("GET", address + (address.contains("?") ? "&" : "?") + "knownAt=" + at)
        .bearer(key);
  }

  /** The operation's address, with names of nothing. */
  private static String nowhere(Operation operation) {
    String path = operation.path().replace("{date}", "2030-01-08");
    while (path.contains("{")) {
      path = path.replaceFirst("\\{\\w+}", UUID.randomUUID().toString());
    }
    return path;
  }

  private void each(Predicate<Operation> which, int status, Function<Operation, Call> call) {
    each(which, status, call, Call::status);
  }

  private void each(
      Predicate<Operation> which,
      int status,
      Function<Operation, Call> call,
      Function<Call, Integer> asked) {
    List<Operation> operations = api.operations().filter(which).toList();
    assertTrue(operations.size() > 20, operations.toString());
    assertEquals(
        List.of(),
        operations.parallelStream()
            .map(operation -> surprise(operation, status, asked.apply(call.apply(operation))))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<String> surprise(Operation operation, int status, int answered) {
    return status == answered ? Optional.empty() : Optional.of(operation + ": " + answered);
  }
}
