package org.grappe.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.grappe.cli.terminal.Failure;

/**
 * The rows of a backup, on their way into the registry.
 *
 * @param progress told how many rows have been read in, and then checked
 */
record RestoredRows(BackupFile backup, Registry registry, LongConsumer progress) {
  /** Reads them in, and where the sequences stood. */
  void load() throws SQLException, IOException {
    long all = 0;
    for (Manifest.Table table : backup.manifest().tables()) {
      try (InputStream rows = backup.rows(table)) {
        all += registry.read(table.name(), table.columns(), rows);
      }
      progress.accept(all);
    }
    for (Manifest.Sequence sequence : backup.manifest().sequences()) {
      registry.text(
          "select setval('%s', %d, %s)"
              .formatted(
                  Registry.quoted(sequence.name()).replace("'", "''"),
                  sequence.last(),
                  sequence.called()));
    }
  }

  /** What has been read in is written once more, and must be the same. */
  void check() throws SQLException, IOException {
    long all = 0;
    for (Manifest.Table table : backup.manifest().tables()) {
      CountedRows counted = new CountedRows(OutputStream.nullOutputStream());
      all += registry.write(table.name(), table.columns(), counted);
      if (!counted.sha256().equals(table.sha256())) {
        throw Failure.refused("restore.differs", table.name());
      }
      progress.accept(all);
    }
  }
}
