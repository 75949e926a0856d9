package org.grappe.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.connection.Share;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** How much of the disk the files may take that wait, all together and each caller's. */
@ApplicationScoped
class SpoolSpace {
  private static final String SECONDS = "30";
  private static final int SHARES = 4;
  private final SpoolDirectory directory;
  private final long most;
  private final Share shares;
  private long taken;

  SpoolSpace(ImportsConfig config, SpoolDirectory directory) {
    this.directory = directory;
    most = config.disk().asLongValue();
    shares = new Share(Math.max(most / SHARES, Math.min(most, ImportFile.MOST_BYTES)));
  }

  /**
   * A new file, of whose caller's room it takes.
   *
   * @throws Problem {@code unavailable} where the disk takes none
   */
  SpoolFile open(String caller) {
    return new SpoolFile(directory.open(), this, caller);
  }

  /**
   * Takes room for a caller, each of whom has a quarter of it, or as much as the longest file
   * needs.
   *
   * @throws Problem {@code too-many-requests} where the caller has all of his own, {@code
   *     unavailable} where there is none left
   */
  synchronized void take(String caller, long bytes) {
    if (bytes > most - taken) {
      throw SpoolDirectory.full();
    }
    if (!shares.has(caller, bytes)) {
      throw Problems.of(ProblemType.TOO_MANY_REQUESTS, "import.own-room")
          .with("Retry-After", SECONDS);
    }
    shares.take(caller, bytes);
    taken += bytes;
  }

  synchronized void giveBack(String caller, long bytes) {
    shares.giveBack(caller, bytes);
    taken -= bytes;
  }
}
