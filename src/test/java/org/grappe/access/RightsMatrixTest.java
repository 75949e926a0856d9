package org.grappe.access;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Every operation of the document, called by everyone there is. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RightsMatrixTest {
  private static final List<String> CALLERS =
      List.of("the public", "a partner", "its editor", "another editor", "an administrator");
  private Map<String, List<Integer>> rows;
  private List<Operation> operations;

  @BeforeEach
  void read() throws Exception {
    try (InputStream file = getClass().getResourceAsStream("/access/rights.yaml")) {
      rows = new Yaml().load(file);
    }
    operations = OpenApi.served().operations().toList();
  }

  private static String name(Operation operation) {
    return operation.node().path("operationId").asText();
  }

  @Test
  void every_operation_has_a_row_and_every_row_an_operation() {
    assertEquals(
        operations.stream()
            .map(RightsMatrixTest::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(rows.keySet()));
  }

  @Test
  void everyone_may_do_what_the_row_says_and_nothing_else() {
    String other = aKey("EDITOR", make("/clusters", aCluster()));
    String partner = aKey("PARTNER");
    List<Function<Scene, RequestSpecification>> callers =
        List.of(
            scene -> Api.anyone(),
            scene -> Api.bearer(partner),
            scene -> Api.bearer(aKey("EDITOR", scene.cluster())),
            scene -> Api.bearer(other),
            scene -> Api.admin());
    List<String> surprises = new ArrayList<>();
    for (Operation operation : operations) {
      for (int i = 0; i < CALLERS.size(); i++) {
        Scene scene = new Scene();
        int status = scene.call(operation, callers.get(i).apply(scene)).statusCode();
        int expected = rows.getOrDefault(name(operation), List.of(0, 0, 0, 0, 0)).get(i);
        if (status != expected) {
          surprises.add(
              "%s to %s: %d instead of %d"
                  .formatted(name(operation), CALLERS.get(i), status, expected));
        }
      }
    }
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }
}
