package org.grappe.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The service as the embedded start runs it, with the demo data set; with few connections, and a
 * file for every answer that is not a page.
 */
public class DemoProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "grappe.demo", "true",
        "quarkus.datasource.jdbc.max-size", "2",
        "grappe.copies.rows", "0",
        "grappe.copies.idle", "10s",
        "grappe.copies.dir", "target/copies");
  }
}
