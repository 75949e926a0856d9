package org.grappe.cli.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.grappe.cli.terminal.Failure;
import org.grappe.embedded.OwnerOnly;

/** Writes the registry into a file, as it is at one instant, while others may go on writing. */
public final class Backup {
  private Backup() {}

  /**
   * Writes it and reads it again. The file is there once it is known to be whole.
   *
   * @param progress told how many rows have been written
   */
  public static Manifest write(
      Connection connection, Path file, Manifest.Maker maker, LongConsumer progress)
      throws SQLException, IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    OwnerOnly.file(unfinished);
    try {
      Manifest manifest;
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        manifest = write(connection, Channels.newOutputStream(channel), channel, maker, progress);
      }
      try (BackupFile written = BackupFile.open(unfinished)) {
        written.verify(rows -> {});
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return manifest;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Looks whether this version could restore what it would write.
   *
   * @throws Failure where the tables are another's; nothing is changed about them
   */
  public static void requireOwnSchema(Connection connection, Schema schema) throws SQLException {
    Registry registry = Registry.of(connection, true);
    Catalog catalog = new Catalog(registry);
    boolean isEmpty =
        registry.number("select count(*) where to_regclass('flyway_schema_history') is not null")
            == 0;
    boolean isOwn =
        !isEmpty
            && catalog.schema().equals(schema.known())
            && catalog.functions().containsAll(schema.functions());
    connection.rollback();
    if (!isOwn) {
      throw Failure.refused("backup.other-schema", schema.version(), schema.newest());
    }
  }

  private static Manifest write(
      Connection connection,
      OutputStream to,
      FileChannel channel,
      Manifest.Maker maker,
      LongConsumer progress)
      throws SQLException, IOException {
    ZipOutputStream zip = new ZipOutputStream(to);
    Manifest manifest = write(Registry.of(connection, true), zip, maker, progress);
    connection.rollback();
    zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
    zip.write(BackupFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    zip.finish();
    channel.force(true);
    return manifest;
  }

  private static Manifest write(
      Registry registry, ZipOutputStream zip, Manifest.Maker maker, LongConsumer progress)
      throws SQLException, IOException {
    Catalog catalog = new Catalog(registry);
    List<Manifest.Table> tables = new ArrayList<>();
    long all = 0;
    for (String name : catalog.tables()) {
      zip.putNextEntry(new ZipEntry(BackupFile.entry(name)));
      List<String> columns = catalog.columns(name);
      CountedRows counted = new CountedRows(zip);
      long rows = registry.write(name, columns, counted);
      zip.closeEntry();
      tables.add(new Manifest.Table(name, columns, rows, counted.bytes(), counted.sha256()));
      all += rows;
      progress.accept(all);
    }
    return new Manifest(
        Manifest.FORMAT,
        maker,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        registry.text("show server_version"),
        registry.number("select position from head"),
        (int) registry.number("select epoch from head"),
        catalog.schema(),
        catalog.functions(),
        tables,
        catalog.sequences());
  }
}
