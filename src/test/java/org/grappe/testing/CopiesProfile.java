package org.grappe.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Few connections, and a file for every answer that is not a page. */
public class CopiesProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.datasource.jdbc.max-size", "2",
        "grappe.copies.rows", "0",
        "grappe.copies.idle", "20s",
        "grappe.copies.dir", "target/copies");
  }
}
