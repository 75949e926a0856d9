package org.grappe.imports;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.grappe.database.Database;
import org.jboss.logging.Logger;

/** Take up long files, two at a time, on threads and connections of their own. */
@Startup
@ApplicationScoped
class ImportWorkers {
  private static final Logger LOG = Logger.getLogger(ImportWorkers.class);
  private static final int WORKERS = 2;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(WORKERS, ImportWorkers::thread);
  private final ImportQueue queue;
  private final Database database;
  private final LongImport longImport;

  ImportWorkers(ImportQueue queue, Database database, LongImport longImport) {
    this.queue = queue;
    this.database = database;
    this.longImport = longImport;
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
          database.apart(() -> longImport.run(job));
        } catch (Throwable failed) {
          LOG.errorf(failed, "What became of the import %s could not be written", job.id());
        } finally {
          queue.done(job);
        }
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void end() {
    threads.shutdownNow();
  }
}
