package org.grappe.cli.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.grappe.cli.terminal.Failure;

/**
 * What a backup holds, in a file of its own at its end.
 *
 * @param format of the backup
 * @param grappe the version that made it, and of which commit that was; absent in the first ones
 * @param madeAt when, as ISO 8601 has it
 * @param server the version of PostgreSQL that it comes from
 * @param position how far the registry's positions were
 * @param epoch which they belonged to
 * @param schema what the tables were made by
 * @param functions what was made anew whenever it had changed; those that are no more, too
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
    int format,
    Maker grappe,
    String madeAt,
    String server,
    long position,
    int epoch,
    List<Migration> schema,
    List<Function> functions,
    List<Table> tables,
    List<Sequence> sequences) {
  static final int FORMAT = 1;

  /** The version that made a backup, and of which commit that was. */
  public record Maker(String version, String commit) {
    @Override
    public String toString() {
      return version + " (" + commit + ")";
    }
  }

  /** A migration, as Flyway notes it. */
  public record Migration(String version, Integer checksum) {}

  /** A repeatable migration, as Flyway notes it. */
  public record Function(String description, Integer checksum) {}

  /**
   * The rows of a table.
   *
   * @param columns those that are stored, in the order of the rows
   * @param sha256 of the rows as PostgreSQL's COPY writes them
   */
  public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {}

  /**
   * A sequence.
   *
   * @param called whether the value has been given
   */
  public record Sequence(String name, long last, boolean called) {}

  /** The last migration. */
  public String version() {
    return schema.isEmpty() ? "0" : schema.get(schema.size() - 1).version();
  }

  /** What made it, for people. */
  public String maker() {
    return grappe == null ? "Grappe 1.0.0" : "Grappe " + grappe;
  }

  /** All rows of all tables. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /**
   * Looks whether these migrations make the tables that are in it.
   *
   * @throws Failure where others do
   */
  void requireSchema(List<Migration> here, List<Function> made) {
    if (!here.equals(schema)) {
      throw Failure.refused(
          "restore.schema",
          version(),
          here.isEmpty() ? "0" : here.get(here.size() - 1).version(),
          maker());
    }
    if (functions == null || !functions.containsAll(made)) {
      throw Failure.refused("restore.functions", version(), maker());
    }
  }
}
