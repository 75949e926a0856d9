package org.grappe.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A small file that is never half written: it is as it was, or as it becomes. */
final class KeptFile {
  private KeptFile() {}

  /** Looks whether it can be written, before anything is done of which it is to keep something. */
  static void requireWritable(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new AccessDeniedException(file.toString());
    }
    Path beside = beside(file);
    Files.write(beside, new byte[0]);
    Files.delete(beside);
  }

  static void write(Path file, String text) throws IOException {
    Path beside = beside(file);
    Files.writeString(
        beside,
        text + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }
}
