package org.grappe.access;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.grappe.testing.Wire.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Every operation of the document, called by everyone there is. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RightsMatrixTest {
  private static final List<String> CALLERS =
      List.of("the public", "a partner", "its editor", "another editor", "an administrator");
  private static final int ITS_EDITOR = 2;
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
    List<UnaryOperator<Call>> callers =
        List.of(
            call -> call,
            call -> call.bearer(partner),
            UnaryOperator.identity(),
            call -> call.bearer(other),
            call -> call.bearer(Api.ADMIN_KEY));
    List<String> surprises =
        operations.parallelStream()
            .flatMap(operation -> surprises(operation, callers).stream())
            .toList();
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  private List<String> surprises(Operation operation, List<UnaryOperator<Call>> callers) {
    List<String> surprises = new ArrayList<>();
    List<Integer> row = rows.getOrDefault(name(operation), List.of(0, 0, 0, 0, 0));
    Act shared = new Act(operation);
    for (int i = 0; i < CALLERS.size(); i++) {
      // who is refused, and who reads, leaves all as it was to the next
      boolean changes = row.get(i) < 400 && !operation.method().equals("GET");
      Act act = changes ? new Act(operation) : shared;
      int status = act.by(i == ITS_EDITOR ? act.editor() : callers.get(i));
      if (status != row.get(i)) {
        surprises.add(
            "%s to %s: %d instead of %d"
                .formatted(name(operation), CALLERS.get(i), status, row.get(i)));
        shared = new Act(operation);
      }
    }
    return surprises;
  }

  /** An operation in a scene of its own. */
  private static final class Act {
    private final Operation operation;
    private final Scene scene = new Scene();
    private final String address;
    private final Object body;

    Act(Operation operation) {
      this.operation = operation;
      this.address = scene.address(operation);
      this.body = scene.body(operation);
    }

    UnaryOperator<Call> editor() {
      String key = aKey("EDITOR", scene.cluster());
      return call -> call.bearer(key);
    }

    int by(UnaryOperator<Call> caller) {
      return caller.apply(Wire.call(operation, address, body)).status();
    }
  }
}
