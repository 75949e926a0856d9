package org.grappe.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is configured of the machine that the service runs on, for who looks after it. */
public final class Surroundings {
  private final Settings settings;

  private Surroundings(Settings settings) {
    this.settings = settings;
  }

  /**
   * As the service would have them.
   *
   * @throws Refusal where the configuration cannot be read
   */
  public static Surroundings read() {
    return new Surroundings(Settings.read());
  }

  /** What the service would not start with. */
  public List<Refusal> faults() {
    return settings.faults().toList();
  }

  /** How many connections to the database an instance has at most. */
  public int connections() {
    return settings.connections();
  }

  /** Where the interface is, on this machine. */
  public int port() {
    return settings.port();
  }

  /** The data directory of a database of its own, where no service holds it. */
  public Optional<Path> idleDirectory() {
    if (settings.jdbcUrl().isPresent()) {
      return Optional.empty();
    }
    Path data = settings.dataDirectory().toAbsolutePath();
    return Files.notExists(data.resolve("postgresql")) || DataDirectory.isFree(data)
        ? Optional.of(data)
        : Optional.empty();
  }

  /** Where the clock stands still, if it does. */
  public Optional<Instant> standingClock() {
    return settings.now();
  }

  /** Whether there is an administrator's key; one is made where the database is embedded. */
  public boolean hasAdministrator() {
    return settings.adminKey().isPresent() || settings.jdbcUrl().isEmpty();
  }

  /** Whether somebody is named who is told of a vulnerability. */
  public boolean hasContact() {
    return settings.hasContact();
  }

  /** The directories that are written to, by the variables that name them. */
  public Map<String, Path> directories() {
    Map<String, Path> directories = new LinkedHashMap<>();
    if (settings.jdbcUrl().isEmpty()) {
      directories.put("GRAPPE_DATA_DIR", settings.dataDirectory());
    }
    directories.put("GRAPPE_COPIES_DIR", settings.directory("grappe.copies.dir"));
    directories.put("GRAPPE_IMPORTS_DIR", settings.directory("grappe.imports.dir"));
    return directories;
  }
}
