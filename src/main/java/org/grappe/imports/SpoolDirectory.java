package org.grappe.imports;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.jboss.logging.Logger;

/**
 * Where files wait. They have no names there, so that nothing is left of them however this process
 * ends; what a process that died between two system calls left, the next start removes.
 */
@Startup
@ApplicationScoped
class SpoolDirectory {
  private static final Logger LOG = Logger.getLogger(SpoolDirectory.class);
  private static final String PREFIX = "grappe-import-";
  private static final Duration STALE = Duration.ofMinutes(1);
  private static final String SECONDS = "30";
  private final Path directory;

  SpoolDirectory(ImportsConfig config) {
    directory = config.dir().map(Path::of).orElseGet(SpoolDirectory::ofThisUser);
    try {
      Files.createDirectories(directory);
      create().close();
      removeLeftOvers();
    } catch (IOException unusable) {
      throw new UncheckedIOException("GRAPPE_IMPORTS_DIR cannot be used: " + directory, unusable);
    }
  }

  /** What one user makes there another may not write to. */
  private static Path ofThisUser() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "grappe-imports-" + System.getProperty("user.name"));
  }

  /** Another instance may be about to open its own. */
  private void removeLeftOvers() throws IOException {
    Instant before = Instant.now().minus(STALE);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, PREFIX + "*")) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /**
   * A new file, which has its name for no longer than it takes to open it.
   *
   * @throws Problem {@code unavailable} where the disk takes none
   */
  FileChannel open() {
    try {
      return create();
    } catch (IOException full) {
      LOG.warn("no file can be kept in GRAPPE_IMPORTS_DIR", full);
      throw full();
    }
  }

  private FileChannel create() throws IOException {
    return FileChannel.open(
        directory.resolve(PREFIX + UUID.randomUUID()),
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** That there is no room for the file. */
  static Problem full() {
    return Problems.of(ProblemType.UNAVAILABLE, "import.no-room").with("Retry-After", SECONDS);
  }
}
