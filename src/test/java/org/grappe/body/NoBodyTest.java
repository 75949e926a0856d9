package org.grappe.body;

import static org.grappe.testing.Api.make;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.Test;

/** Where no body is asked for, none is ignored. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class NoBodyTest {
  private static final String JSON = "application/json";

  @Test
  void of_each_operation_without_a_body_something_else_is_refused() {
    List<String> surprises = new ArrayList<>();
    List<Operation> operations =
        OpenApi.served().operations().filter(NoBodyTest::takesNothing).toList();
    assertEquals(4, operations.size());
    for (Operation operation : operations) {
      String address = new Scene().address(operation);
      expect(surprises, address, JSON, "{\"zzz\":1}", 422);
      expect(surprises, address, JSON, "not json", 400);
      expect(surprises, address, JSON, "[1]", 400);
      expect(surprises, address, "text/plain", "a word", 415);
    }
    assertEquals(List.of(), surprises);
  }

  private static boolean takesNothing(Operation operation) {
    return operation.method().equals("POST") && !operation.node().has("requestBody");
  }

  private static void expect(
      List<String> surprises, String address, String type, String body, int wanted) {
    int status = Wire.call("POST", address, type, body).bearer(Api.ADMIN_KEY).status();
    if (status != wanted) {
      surprises.add("%s with %s: %d instead of %d".formatted(address, body, status, wanted));
    }
  }

  @Test
  void nothing_and_an_empty_object_are_taken_and_a_retry_brings_the_same() {
    String address =
        "/api/v1/webhooks/"
            + make(
                "/webhooks", Map.of("address", "https://" + Api.unique("receiver") + ".invalid/"))
            + "/secret";
    assertEquals(200, Wire.call("POST", address).bearer(Api.ADMIN_KEY).status());
    assertEquals(200, Wire.call("POST", address, JSON, "").bearer(Api.ADMIN_KEY).status());
    String key = Api.unique("key");
    assertEquals(200, sent(address, key, "{}"));
    assertEquals(200, sent(address, key, "{}"));
    assertEquals(422, sent(address, key, "{ }"));
  }

  private static int sent(String address, String key, String body) {
    return Wire.call("POST", address, JSON, body)
        .bearer(Api.ADMIN_KEY)
        .header("Idempotency-Key", key)
        .status();
  }

  @Test
  void without_a_credential_nothing_is_said_of_a_body() {
    Operation operation =
        OpenApi.served().operations().filter(NoBodyTest::takesNothing).findFirst().orElseThrow();
    String address = new Scene().address(operation);
    assertEquals(401, Wire.call("POST", address, JSON, "not json").status());
  }
}
