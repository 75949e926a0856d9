package org.grappe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How far the changes were read, also for the next time where a file keeps it. */
final class KeptPlace {
  private final Path file;
  private String cursor;

  private KeptPlace(Path file, String cursor) {
    this.file = file;
    this.cursor = cursor;
  }

  /**
   * What this file keeps.
   *
   * @param file null where nothing is kept
   * @param otherwise where to begin if it keeps nothing yet; null for the beginning
   */
  static KeptPlace in(Path file, String otherwise) throws IOException {
    if (file != null) {
      KeptFile.requireWritable(file);
    }
    String kept = file != null && Files.exists(file) ? Files.readString(file).strip() : "";
    return new KeptPlace(file, kept.isEmpty() ? otherwise : kept);
  }

  /** The place; null for the beginning. */
  String cursor() {
    return cursor;
  }

  /** Keeps another, once what lies before it has been written. */
  void move(String next) throws IOException {
    if (file != null && next != null && !next.equals(cursor)) {
      KeptFile.write(file, next);
    }
    cursor = next;
  }
}
