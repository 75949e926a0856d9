package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an instance takes of its machine and its database, by what is configured. */
class SurroundingsTest {
  /** What others have set in this process. */
  private final Map<String, String> before = new HashMap<>();

  private void set(String name, String value) {
    before.put(name, System.setProperty(name, value));
  }

  @AfterEach
  void restore() {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }

  /** As docs/operations.md says: the pool's, those of imports, one of readiness. */
  @Test
  void connections_are_counted_with_those_beside_the_pool() {
    set("quarkus.datasource.jdbc.max-size", "8");
    set("quarkus.datasource.imports.jdbc.max-size", "3");
    assertEquals(8 + 3 + 1, Surroundings.read().connections());
  }
}
