package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an instance takes of its machine and its database, by what is configured. */
class SurroundingsTest {
  private static final String IMPORTS = "quarkus.datasource.imports.jdbc.max-size";
  private static final String POOL = "quarkus.datasource.jdbc.max-size";

  @AfterEach
  void unset() {
    System.clearProperty(IMPORTS);
    System.clearProperty(POOL);
  }

  /** As docs/operations.md says: the pool's, five of imports, one of readiness. */
  @Test
  void connections_are_counted_with_those_beside_the_pool() {
    assertEquals(16 + 5 + 1, Surroundings.read().connections());
    System.setProperty(POOL, "8");
    System.setProperty(IMPORTS, "3");
    assertEquals(8 + 3 + 1, Surroundings.read().connections());
  }
}
