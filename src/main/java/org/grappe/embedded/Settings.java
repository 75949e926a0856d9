package org.grappe.embedded;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.grappe.config.GrappeConfig;

/**
 * What is configured before Quarkus runs, from all the places that Quarkus itself will ask:
 * environment, system properties, {@code config/application.properties}, profiles.
 */
record Settings(SmallRyeConfig config) {
  private static final String DATASOURCE = "quarkus.datasource.";

  /** Reads a configuration of its own, so that Quarkus later sees what is set from here. */
  static Settings read() {
    try {
      return new Settings(ConfigUtils.configBuilder().withMapping(GrappeConfig.class).build());
    } catch (ConfigValidationException wrong) {
      throw new Refusal("The configuration is wrong: " + wrong.getProblem(0).getMessage());
    }
  }

  Optional<String> jdbcUrl() {
    return text(DATASOURCE + "jdbc.url");
  }

  Optional<String> username() {
    return text(DATASOURCE + "username");
  }

  Optional<String> password() {
    return text(DATASOURCE + "password");
  }

  /** What else the driver is told at each connection. */
  Map<String, String> connectionProperties() {
    return config
        .getOptionalValues(
            DATASOURCE + "jdbc.additional-jdbc-properties", String.class, String.class)
        .orElse(Map.of());
  }

  /** Where health and metrics are told, if somebody has decided it. */
  Optional<String> managementPort() {
    return text("quarkus.management.port");
  }

  Optional<String> adminKey() {
    return grappe().adminKey();
  }

  Path dataDirectory() {
    return Path.of(grappe().dataDir());
  }

  /** An instant at which the clock stands still, for tests. */
  Optional<Instant> now() {
    return grappe().now();
  }

  /** How many connections to the database an instance has. */
  int pool() {
    return config.getOptionalValue(DATASOURCE + "jdbc.max-size", Integer.class).orElse(16);
  }

  /** Where the interface is, on this machine. */
  int port() {
    return config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
  }

  /** A directory of this name; the system's for temporary files where there is none. */
  Path directory(String name) {
    return Path.of(text(name).orElse(System.getProperty("java.io.tmpdir")));
  }

  /** Whether somebody has decided on the demo data. */
  Optional<Boolean> demo() {
    return grappe().demo();
  }

  private GrappeConfig grappe() {
    return config.getConfigMapping(GrappeConfig.class);
  }

  private Optional<String> text(String name) {
    return config.getOptionalValue(name, String.class);
  }
}
