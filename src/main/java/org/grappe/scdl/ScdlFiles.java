package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.table.SpooledFile;

/** Takes up a short file at once, and has a long one taken up after the answer. */
@ApplicationScoped
class ScdlFiles {
  private static final long LONGEST_AT_ONCE = 1 << 20;
  private final ScdlImport files;
  private final Imports imports;
  private final ImportWorker worker;
  private final TransactionSynchronizationRegistry transaction;

  ScdlFiles(
      ScdlImport files,
      Imports imports,
      ImportWorker worker,
      TransactionSynchronizationRegistry transaction) {
    this.files = files;
    this.imports = imports;
    this.worker = worker;
    this.transaction = transaction;
  }

  /**
   * Takes up a file.
   *
   * @throws Problem {@code import-refused}, {@code forbidden}, {@code malformed-request}
   */
  Response take(SpooledFile file, boolean dryRun, boolean partial) {
    try {
      if (file.size() > LONGEST_AT_ONCE) {
        return later(file, dryRun, partial);
      }
      return Response.ok(files.take(file.bytes(), dryRun, partial, Progress.UNTOLD)).build();
    } catch (ScdlImport.Refused refused) {
      throw refused.report().refusal();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private Response later(SpooledFile file, boolean dryRun, boolean partial) throws IOException {
    UUID id = imports.create(dryRun, partial, file.size());
    ImportWorker.Job job = new ImportWorker.Job(id, file, dryRun, partial, worker.sender());
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // it begins once its request is answered for
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              file.outlive();
              worker.start(job);
            }
          }
        });
    return Response.accepted(imports.required(id.toString()))
        .location(URI.create("/api/v1/imports/" + id))
        .build();
  }
}
