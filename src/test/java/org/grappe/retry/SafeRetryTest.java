package org.grappe.retry;

import static org.grappe.testing.Api.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation that the document lists with {@code Idempotency-Key} can be sent again. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SafeRetryTest {
  private static final String KEY = "Idempotency-Key";
  private static final String LONG_FILE =
      "nomAttribuant\n" + ("A".repeat(50) + "\n").repeat(30_000);
  private final List<String> surprises = new ArrayList<>();
  private OpenApi api;
  @Inject DataSource database;

  @BeforeEach
  void read() {
    api = OpenApi.served();
  }

  private boolean takesKey(Operation operation) {
    return api.parameters(operation).anyMatch(p -> p.path("name").asText().equals(KEY));
  }

  @Test
  void the_document_lists_the_header_with_every_POST_and_with_nothing_else() {
    assertEquals(
        api.operations().filter(o -> o.method().equals("POST")).map(Operation::toString).toList(),
        api.operations().filter(this::takesKey).map(Operation::toString).toList());
  }

  @Test
  void the_same_key_twice_is_one_effect_and_one_answer_of_every_operation() {
    List<Operation> operations = api.operations().filter(this::takesKey).toList();
    assertTrue(operations.size() > 30, operations.toString());
    operations.forEach(operation -> twice(operation, ""));
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  @Test
  void a_dry_run_is_answered_again_too() {
    List<Operation> operations =
        api.operations()
            .filter(o -> api.parameters(o).anyMatch(p -> p.path("name").asText().equals("dryRun")))
            .toList();
    assertTrue(operations.size() > 3, operations.toString());
    operations.forEach(operation -> twice(operation, "dryRun=true"));
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  private void twice(Operation operation, String query) {
    Scene scene = new Scene();
    String plain = scene.address(operation);
    String address = query.isEmpty() ? plain : plain + (plain.contains("?") ? "&" : "?") + query;
    Object body = scene.body(operation);
    String key = unique("key");
    Response first = scene.call(operation, address, body, keyed(key));
    long written = written();
    Response again = scene.call(operation, address, body, keyed(key));
    tell(first.statusCode() >= 300, operation, "answers " + first.asString());
    tell(again.statusCode() != first.statusCode(), operation, "then " + again.statusCode());
    tell(!Objects.equals(told(first), told(again)), operation, "with " + again.asString());
    for (String header : List.of("Location", "Link")) {
      tell(!Objects.equals(first.header(header), again.header(header)), operation, header);
    }
    boolean secret = first.asString().contains("\"secret\"");
    tell(!secret && !Objects.equals(first.header("ETag"), again.header("ETag")), operation, "tag");
    tell(first.header("Idempotent-Replayed") != null, operation, "marks the first");
    tell(!"true".equals(again.header("Idempotent-Replayed")), operation, "marks no replay");
    tell(written() != written, operation, "writes twice");
    if (!operation.node().path("requestBody").isMissingNode()) {
      Response other = scene.call(operation, address, another(operation, body), keyed(key));
      String type = other.path("type");
      tell(!"/problems/idempotency-key-reused".equals(type), operation, "takes another: " + type);
    }
  }

  private static RequestSpecification keyed(String key) {
    return Api.admin().header(KEY, key);
  }

  private void tell(boolean wrong, Operation operation, String what) {
    if (wrong) {
      surprises.add(operation + " " + what);
    }
  }

  /** A credential's secret is told once. */
  private static Object told(Response answer) {
    if (answer.asString().isEmpty()) {
      return "";
    }
    ObjectNode json = (ObjectNode) OpenApi.json(answer.asString());
    json.remove("secret");
    return json;
  }

  /** The same but for a field that is told to be absent. */
  private Object another(Operation operation, Object body) {
    if (body instanceof String text) {
      return text + "\n";
    }
    Map<String, Object> other = new HashMap<>();
    ((Map<?, ?>) body).forEach((name, value) -> other.put((String) name, value));
    JsonNode schema =
        api.content(operation.node().path("requestBody"))
            .map(content -> api.resolve(content.getValue().path("schema")))
            .findFirst()
            .orElseThrow();
    OpenApi.members(schema.path("properties"))
        .filter(property -> !other.containsKey(property.getKey()))
        .findFirst()
        .ifPresent(property -> other.put(property.getKey(), null));
    return other;
  }

  private long written() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from history")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void requests_that_race_with_one_key_have_one_effect_for_every_operation() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(3);
    try {
      for (Operation operation : api.operations().filter(this::takesKey).toList()) {
        race(operation, callers);
      }
    } finally {
      callers.shutdownNow();
    }
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  private void race(Operation operation, ExecutorService callers) {
    Scene scene = new Scene();
    String address = scene.address(operation);
    Object body = scene.body(operation);
    String key = unique("key");
    CyclicBarrier barrier = new CyclicBarrier(3);
    List<CompletableFuture<Response>> calls =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          await(barrier);
                          return scene.call(operation, address, body, keyed(key));
                        },
                        callers))
            .toList();
    List<Response> answers = calls.stream().map(CompletableFuture::join).toList();
    List<Response> first =
        answers.stream()
            .filter(a -> a.statusCode() < 300 && a.header("Idempotent-Replayed") == null)
            .toList();
    tell(first.size() != 1, operation, "was done " + first.size() + " times");
    for (Response answer : answers) {
      boolean replayed = answer.statusCode() < 300;
      boolean waits = answer.statusCode() == 409 && "1".equals(answer.header("Retry-After"));
      tell(!replayed && !waits, operation, "answers " + answer.asString());
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void a_long_file_sent_again_is_the_same_import() {
    String key = unique("key");
    Response first = sendsLongFile(key);
    Response again = sendsLongFile(key);
    assertEquals(202, first.statusCode());
    assertEquals(202, again.statusCode());
    assertEquals("true", again.header("Idempotent-Replayed"));
    assertEquals(first.header("Location"), again.header("Location"));
    assertEquals(first.asString(), again.asString());
  }

  private static Response sendsLongFile(String key) {
    return keyed(key)
        .contentType("text/csv")
        .body(LONG_FILE)
        .post("/subsidy-lines/scdl?dryRun=true");
  }
}
