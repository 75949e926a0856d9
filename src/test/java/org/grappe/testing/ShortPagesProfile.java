package org.grappe.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The demo data set, in pages that are full with their first item. */
public final class ShortPagesProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("grappe.demo", "true", "grappe.pages.bytes", "1");
  }
}
