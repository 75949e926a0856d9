package org.grappe.embedded;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
      return new Settings(
          WrongSetting.strictly()
              .withMapping(GrappeConfig.class)
              .withValidateUnknown(false)
              .build());
    } catch (ConfigValidationException wrong) {
      throw WrongSetting.of(wrong.getProblem(0));
    }
  }

  /**
   * The same, once what would end a start in a stack trace, or mislead others, was looked at.
   *
   * @throws Refusal where it cannot be what was meant
   */
  static Settings checked() {
    Settings settings = read();
    settings
        .faults()
        .findFirst()
        .ifPresent(
            fault -> {
              throw fault;
            });
    return settings;
  }

  /** What cannot be what was meant, a refusal each. */
  Stream<Refusal> faults() {
    return Stream.of(
            adminKey().flatMap(key -> AdministratorKey.fault("GRAPPE_ADMIN_KEY", key)).stream(),
            grappe().contact().flatMap(Contact::fault).stream(),
            Stream.<Supplier<Object>>of(this::port, this::managementPort, this::pool)
                .flatMap(Settings::fault),
            WrongSetting.ofFeatures())
        .flatMap(faults -> faults);
  }

  private static Stream<Refusal> fault(Supplier<Object> setting) {
    try {
      return Stream.of(setting.get()).flatMap(right -> Stream.<Refusal>empty());
    } catch (Refusal wrong) {
      return Stream.of(wrong);
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
  Optional<Integer> managementPort() {
    return number("quarkus.management.port");
  }

  String managementHost() {
    return text("quarkus.management.host").orElse("127.0.0.1");
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

  /** How many connections to the database requests share. */
  int pool() {
    return number(DATASOURCE + "jdbc.max-size").orElse(16);
  }

  /** The same with those beside the pool: of imports, and the one by which readiness is told. */
  int connections() {
    return pool() + number("quarkus.datasource.imports.jdbc.max-size").orElse(5) + 1;
  }

  /** Where the interface is, on this machine. */
  int port() {
    return number("quarkus.http.port").orElse(8080);
  }

  /** Which of this machine's addresses it is at. */
  String host() {
    return text("quarkus.http.host").orElse("0.0.0.0");
  }

  /** A directory of this name; the system's for temporary files where there is none. */
  Path directory(String name) {
    return Path.of(text(name).orElse(System.getProperty("java.io.tmpdir")));
  }

  /** Whether somebody has decided on the demo data. */
  Optional<Boolean> demo() {
    return grappe().demo();
  }

  /** Whether somebody is named who is told of a vulnerability. */
  boolean hasContact() {
    return grappe().contact().isPresent();
  }

  private GrappeConfig grappe() {
    return config.getConfigMapping(GrappeConfig.class);
  }

  private Optional<Integer> number(String name) {
    try {
      return config.getOptionalValue(name, Integer.class);
    } catch (IllegalArgumentException wrong) {
      throw WrongSetting.of(config, name);
    }
  }

  private Optional<String> text(String name) {
    return config.getOptionalValue(name, String.class);
  }
}
