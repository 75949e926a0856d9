package org.grappe.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.grappe.database.Busy;
import org.grappe.database.Conflict;
import org.grappe.database.Database;
import org.grappe.record.KeptRights;
import org.grappe.table.ImportReport;
import org.jboss.logging.Logger;

/**
 * The one transaction of a long file: its records appear together, and however this process ends,
 * nothing half done stays.
 */
@ApplicationScoped
class ImportTransaction {
  private static final Logger LOG = Logger.getLogger(ImportTransaction.class);
  private static final int LONGEST_SECONDS = 6 * 60 * 60;
  private static final int TRIES = 5;
  private static final int PAUSE_MILLIS = 2000;

  private final RunningImports imports;
  private final Database database;
  private final Senders senders;
  private final KeptRights rights;
  private final Conflict conflict;

  ImportTransaction(
      RunningImports imports,
      Database database,
      Senders senders,
      KeptRights rights,
      Conflict conflict) {
    this.imports = imports;
    this.database = database;
    this.senders = senders;
    this.rights = rights;
    this.conflict = conflict;
  }

  /** Takes it up; whom another has overtaken, or crossed, begins anew. */
  void run(ImportJob job) {
    attempt(job, TRIES);
  }

  private void attempt(ImportJob job, int tries) {
    try {
      QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> take(job));
    } catch (RuntimeException failed) {
      if (job.isCancelled()) {
        throw new Cancelled();
      }
      if (tries == 1 || !isCrossed(failed)) {
        throw failed;
      }
      LOG.infof("The import %s begins anew: %s", job.id(), failed.getMessage());
      pause();
      attempt(job, tries - 1);
    }
  }

  private boolean isCrossed(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof Overtaken || cause instanceof Busy || Conflict.isLockTimeout(cause)) {
        return true;
      }
    }
    return conflict.isIn(failed);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(ImportJob job) {
    // each of its statements is about the whole file
    database.one("select set_config('statement_timeout', '0', true)", row -> true);
    job.servedBy(database.one("select pg_backend_pid()", row -> row.getInt(1)).orElseThrow());
    try {
      ImportReport report = ImportRun.take(job.kind(), job.file().bytes(), job.order(), job);
      senders.checkCredential(job.sender());
      rights.checkAgain(rights.ofTransaction());
      if (!imports.succeed(job.id(), report)) {
        throw new Cancelled();
      }
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    } finally {
      // while the connection is still its own
      job.servedBy(0);
    }
  }
}
