package org.grappe.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.grappe.caller.CredentialCheck;
import org.grappe.database.Busy;
import org.grappe.database.Conflict;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.record.KeptRights;
import org.grappe.table.ImportReport;
import org.jboss.logging.Logger;

/**
 * Take up long files, two at a time, on threads and connections of their own. Each file is one
 * transaction, however long: its records appear together, and however this process ends, nothing
 * half done stays.
 */
@Startup
@ApplicationScoped
class ImportWorkers {
  private static final Logger LOG = Logger.getLogger(ImportWorkers.class);
  private static final int WORKERS = 2;
  private static final int LONGEST_SECONDS = 6 * 60 * 60;
  private static final int TRIES = 5;
  private static final int PAUSE_MILLIS = 2000;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(WORKERS, ImportWorkers::thread);
  private final ImportQueue queue;
  private final ImportPulse pulse;
  private final Imports imports;
  private final Database database;
  private final CurrentIdentityAssociation caller;
  private final CurrentVertxRequest request;
  private final CredentialCheck credentials;
  private final KeptRights rights;
  private final Conflict conflict;
  @Inject ImportWorkers self;

  ImportWorkers(
      ImportQueue queue,
      ImportPulse pulse,
      Imports imports,
      Database database,
      CurrentIdentityAssociation caller,
      CurrentVertxRequest request,
      CredentialCheck credentials,
      KeptRights rights,
      Conflict conflict) {
    this.queue = queue;
    this.pulse = pulse;
    this.imports = imports;
    this.database = database;
    this.caller = caller;
    this.request = request;
    this.credentials = credentials;
    this.rights = rights;
    this.conflict = conflict;
    for (int i = 0; i < WORKERS; i++) {
      threads.execute(this::work);
    }
  }

  static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "imports");
    thread.setDaemon(true);
    return thread;
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        ImportJob job = queue.next();
        try {
          database.apart(() -> self.run(job));
        } catch (Exception failed) {
          LOG.errorf(failed, "What became of the import %s could not be written", job.id());
        } finally {
          queue.done(job);
        }
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes up one file as the caller who sent it. */
  @ActivateRequestContext
  Void run(ImportJob job) {
    caller.setIdentity(job.sender().identity());
    request.setCurrent(job.sender().request());
    try (ImportFile file = job.file()) {
      if (imports.begin(job.id())) {
        checkCredential(job);
        pulse.follow(job);
        attempt(job, file, TRIES);
      }
    } catch (ImportJob.Cancelled cancelled) {
      LOG.infof("The import %s was cancelled", job.id());
    } catch (Refused refused) {
      ImportReport report = refused.report();
      end(job, report.refusal(), Optional.of(report.refused()));
    } catch (Problem refused) {
      end(job, refused, Optional.empty());
    } catch (Overtaken | Busy again) {
      end(job, Problems.of(ProblemType.UNAVAILABLE, "conflict"), Optional.empty());
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "The import %s failed", job.id());
      Problem told = Problems.of(ProblemType.INTERNAL_ERROR, "import.failed");
      end(job, told, Optional.empty());
    } finally {
      pulse.leave(job);
    }
    return null;
  }

  private void end(ImportJob job, Problem problem, Optional<ImportReport> report) {
    imports.fail(job.id(), problem, report, job.language());
  }

  /** Whom another has overtaken, or crossed, begins anew. */
  private void attempt(ImportJob job, ImportFile file, int tries) {
    try {
      QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> take(job, file));
    } catch (RuntimeException failed) {
      if (job.isCancelled()) {
        throw new ImportJob.Cancelled();
      }
      if (tries == 1 || !isCrossed(failed)) {
        throw failed;
      }
      LOG.infof("The import %s begins anew: %s", job.id(), failed.getMessage());
      pause();
      attempt(job, file, tries - 1);
    } finally {
      job.servedBy(0);
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

  private void take(ImportJob job, ImportFile file) {
    // each of its statements is about the whole file
    database.one("select set_config('statement_timeout', '0', true)", row -> true);
    job.servedBy(database.one("select pg_backend_pid()", row -> row.getInt(1)).orElseThrow());
    try {
      ImportReport report = ImportRun.take(job.kind(), file.bytes(), job.order(), job);
      checkCredential(job);
      rights.checkAgain(rights.ofTransaction());
      if (!imports.succeed(job.id(), report)) {
        throw new ImportJob.Cancelled();
      }
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** Since it was sent, hours may have passed, in which its sender may have lost his credential. */
  private void checkCredential(ImportJob job) {
    caller.setIdentity(credentials.again(job.sender().identity()));
  }

  @PreDestroy
  void end() {
    threads.shutdownNow();
  }
}
