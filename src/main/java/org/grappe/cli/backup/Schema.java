package org.grappe.cli.backup;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.grappe.embedded.Database;

/** What the tables were made by, and what this version would still do to them. */
public final class Schema {
  private final Flyway flyway;

  private Schema(Flyway flyway) {
    this.flyway = flyway;
  }

  public static Schema of(Database database) throws SQLException {
    return new Schema(
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(database.source())
            .locations("classpath:db/migration")
            .ignoreMigrationPatterns("*:pending")
            .load());
  }

  /** Does what the next start of the service would do. */
  public void bringUpToDate() {
    flyway.migrate();
  }

  /** The migrations of this version, in their order. */
  List<Manifest.Migration> known() {
    return Arrays.stream(flyway.info().all())
        .filter(one -> one.getVersion() != null && one.getState().isResolved())
        .map(one -> new Manifest.Migration(one.getVersion().getVersion(), one.getChecksum()))
        .toList();
  }

  /** What this version makes anew whenever it has changed. */
  List<Manifest.Function> functions() {
    return Arrays.stream(flyway.info().all())
        .filter(one -> one.getVersion() == null && one.getState().isResolved())
        .map(one -> new Manifest.Function(one.getDescription(), one.getResolvedChecksum()))
        .distinct()
        .toList();
  }

  /** What is not as this version knows it, in a sentence; most often the database is newer. */
  public Optional<String> contradiction() {
    return flyway.validateWithResult().invalidMigrations.stream()
        .findFirst()
        .map(one -> one.version + " " + one.description + ": " + one.errorDetails.errorCode);
  }

  /** How many migrations the next start carries out. */
  public long pending() {
    return Arrays.stream(flyway.info().pending()).count();
  }

  /** The last one of this version. */
  String newest() {
    List<Manifest.Migration> known = known();
    return known.isEmpty() ? "0" : known.get(known.size() - 1).version();
  }

  /** The last one that was carried out. */
  public String version() {
    List<MigrationInfo> applied = Arrays.asList(flyway.info().applied());
    return applied.stream()
        .map(MigrationInfo::getVersion)
        .filter(version -> version != null)
        .reduce((one, next) -> next)
        .map(Object::toString)
        .orElse("0");
  }
}
