package org.grappe.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service behind a proxy on this machine, with limits that a test reaches. */
public class EdgeProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "grappe.limits.anonymous", "5",
        "grappe.limits.credential", "12",
        "grappe.proxies", "127.0.0.1,10.0.0.0/8",
        "grappe.origins", "https://front.example.org",
        "grappe.public-url", "https://grappe.example.org/registry/");
  }
}
