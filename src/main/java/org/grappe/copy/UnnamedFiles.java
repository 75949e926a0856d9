package org.grappe.copy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * Files in a directory that have no name there, so that nothing is left of them however this
 * process ends; what one that died between two system calls left, the next start removes. Nobody
 * else may read them.
 */
public final class UnnamedFiles {
  private static final Duration STALE = Duration.ofMinutes(1);
  private final Path directory;
  private final String prefix;

  /** Those of one kind, which their names begin with as long as they have any. */
  public UnnamedFiles(Path directory, String prefix) {
    this.directory = directory;
    this.prefix = prefix;
  }

  /** Makes the directory where it is missing, and removes what is left there. */
  public void prepare() throws IOException {
    Files.createDirectories(directory);
    // another instance may be about to open its own
    Instant before = Instant.now().minus(STALE);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, prefix + "*")) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** A new file, which has its name for no longer than it takes to open it. */
  public FileChannel open() throws IOException {
    return FileChannel.open(
        Files.createTempFile(directory, prefix, null),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }
}
