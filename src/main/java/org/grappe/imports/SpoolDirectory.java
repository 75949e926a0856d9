package org.grappe.imports;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.grappe.copy.UnnamedFiles;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.jboss.logging.Logger;

/** Where files wait. */
@Startup
@ApplicationScoped
class SpoolDirectory {
  private static final Logger LOG = Logger.getLogger(SpoolDirectory.class);
  private static final String SECONDS = "30";
  private final UnnamedFiles files;

  SpoolDirectory(ImportsConfig config) {
    Path directory = config.dir().map(Path::of).orElseGet(SpoolDirectory::ofThisUser);
    files = new UnnamedFiles(directory, "grappe-import-");
    try {
      files.prepare();
      files.open().close();
    } catch (IOException unusable) {
      throw new UncheckedIOException("GRAPPE_IMPORTS_DIR cannot be used: " + directory, unusable);
    }
  }

  /** What one user makes there another may not write to. */
  private static Path ofThisUser() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "grappe-imports-" + System.getProperty("user.name"));
  }

  /**
   * A new file.
   *
   * @throws Problem {@code unavailable} where the disk takes none
   */
  FileChannel open() {
    try {
      return files.open();
    } catch (IOException full) {
      LOG.warn("no file can be kept in GRAPPE_IMPORTS_DIR", full);
      throw full();
    }
  }

  /** That there is no room for the file. */
  static Problem full() {
    return Problems.of(ProblemType.UNAVAILABLE, "import.no-room").with("Retry-After", SECONDS);
  }
}
