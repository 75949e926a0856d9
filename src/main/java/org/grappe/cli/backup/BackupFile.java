package org.grappe.cli.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.grappe.cli.terminal.Failure;

/** A backup as it lies there: a ZIP file with the rows of each table and a manifest. */
public final class BackupFile implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String MANIFEST = "manifest.json";
  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(Path file, ZipFile zip, Manifest manifest) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens it.
   *
   * @throws Failure where it is no backup, or was cut
   */
  public static BackupFile open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException noZip) {
      throw Failure.refused("backup.no-backup", file);
    }
    try {
      return new BackupFile(file, zip, manifest(file, zip));
    } catch (IOException | RuntimeException broken) {
      zip.close();
      throw broken;
    }
  }

  private static Manifest manifest(Path file, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw Failure.refused("backup.no-backup", file);
    }
    try (InputStream read = zip.getInputStream(entry)) {
      Manifest manifest = JSON.readValue(read, Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw Failure.refused("backup.format", file, manifest.format());
      }
      return manifest;
    } catch (JsonProcessingException another) {
      throw Failure.refused("backup.no-backup", file);
    }
  }

  static String entry(String table) {
    return "tables/" + table;
  }

  public Manifest manifest() {
    return manifest;
  }

  /**
   * Reads all of it.
   *
   * @param progress told how many rows have been read
   * @throws Failure where a table is not as it was written
   */
  public void verify(LongConsumer progress) throws IOException {
    long rows = 0;
    for (Manifest.Table table : manifest.tables()) {
      CountedRows counted = new CountedRows(OutputStream.nullOutputStream());
      try (InputStream read = rows(table)) {
        read.transferTo(counted);
      } catch (ZipException damaged) {
        throw Failure.refused("backup.damaged", file, table.name());
      }
      if (counted.bytes() != table.bytes() || !counted.sha256().equals(table.sha256())) {
        throw Failure.refused("backup.damaged", file, table.name());
      }
      rows += table.rows();
      progress.accept(rows);
    }
  }

  InputStream rows(Manifest.Table table) throws IOException {
    ZipEntry entry = zip.getEntry(entry(table.name()));
    if (entry == null) {
      throw Failure.refused("backup.damaged", file, table.name());
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
