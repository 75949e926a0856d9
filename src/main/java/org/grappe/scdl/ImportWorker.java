package org.grappe.scdl;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.table.SpooledFile;
import org.jboss.logging.Logger;

/**
 * Takes up long files, one after the other, on a thread of its own. Each is one transaction,
 * however long: the lines appear together, and however this process ends, nothing half done stays.
 */
@ApplicationScoped
class ImportWorker {
  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final int LONGEST_SECONDS = 6 * 60 * 60;
  private static final int SIGN_OF_LIFE_SECONDS = 3;

  private final ExecutorService worker = Executors.newSingleThreadExecutor(ImportWorker::thread);
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(ImportWorker::thread);
  private final ScheduledFuture<?> beat;
  private final Set<UUID> open = ConcurrentHashMap.newKeySet();
  private final Imports imports;
  private final ScdlImport files;
  private final CurrentIdentityAssociation caller;
  private final CurrentVertxRequest request;
  @Inject ImportWorker self;

  ImportWorker(
      Imports imports,
      ScdlImport files,
      CurrentIdentityAssociation caller,
      CurrentVertxRequest request) {
    this.imports = imports;
    this.files = files;
    this.caller = caller;
    this.request = request;
    this.beat =
        pulse.scheduleWithFixedDelay(
            this::live, SIGN_OF_LIFE_SECONDS, SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
  }

  /** Who sent a file, and by which request. */
  record Sender(SecurityIdentity identity, RoutingContext request) {}

  /** A file to be taken up. */
  record Job(UUID id, SpooledFile file, boolean dryRun, boolean partial, Sender sender) {}

  /** That it was cancelled, which is no fault of its own. */
  private static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled() {
      super("cancelled", null, false, false);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "imports");
    thread.setDaemon(true);
    return thread;
  }

  /** Who makes the request that is being served, to be the one that the import is made by. */
  Sender sender() {
    return new Sender(caller.getIdentity(), request.getCurrent());
  }

  void start(Job job) {
    open.add(job.id());
    worker.execute(() -> self.run(job));
  }

  /** Imports that wait, or whose next stretch takes long, are told as alive. */
  private void live() {
    try {
      if (!open.isEmpty()) {
        imports.see(open);
      }
    } catch (RuntimeException outOfReach) {
      LOG.debug("the imports cannot be told as alive", outOfReach);
    }
  }

  /** Takes up one file as the caller who sent it. */
  @ActivateRequestContext
  void run(Job job) {
    caller.setIdentity(job.sender().identity());
    request.setCurrent(job.sender().request());
    try (SpooledFile file = job.file()) {
      if (imports.begin(job.id())) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> take(job, file));
      }
    } catch (Cancelled asked) {
      LOG.infof("The import %s was cancelled", job.id());
    } catch (ScdlImport.Refused refused) {
      ScdlReport report = refused.report().refused();
      imports.fail(job.id(), ProblemType.IMPORT_REFUSED, Optional.of(report));
    } catch (Problem refused) {
      imports.fail(job.id(), refused.type(), Optional.empty());
    } catch (RuntimeException | IOException failed) {
      LOG.errorf(failed, "The import %s failed", job.id());
      imports.fail(job.id(), ProblemType.INTERNAL_ERROR, Optional.empty());
    } finally {
      open.remove(job.id());
    }
  }

  private void take(Job job, SpooledFile file) {
    try {
      ScdlReport report =
          files.take(
              file.bytes(),
              job.dryRun(),
              job.partial(),
              (lines, made, leftOut) -> tell(job, lines, made, leftOut));
      if (!imports.succeed(job.id(), report)) {
        throw new Cancelled();
      }
    } catch (IOException unread) {
      throw new java.io.UncheckedIOException(unread);
    }
  }

  /** Told at once, outside of the transaction in which the lines are. */
  private void tell(Job job, long lines, long made, long leftOut) {
    boolean goesOn =
        !Thread.currentThread().isInterrupted()
            && QuarkusTransaction.suspendingExisting()
                .call(() -> imports.tell(job.id(), lines, made, leftOut));
    if (!goesOn) {
      throw new Cancelled();
    }
  }

  @PreDestroy
  void end() {
    beat.cancel(true);
    pulse.shutdownNow();
    worker.shutdownNow();
  }
}
