package org.grappe.imports;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import org.grappe.caller.Callers;
import org.grappe.database.Busy;
import org.grappe.problem.Problem;
import org.grappe.table.ImportReport;

/** Takes up a short file at once, and has a long one taken up after the answer. */
@ApplicationScoped
public class ImportDesk {
  private final Imports imports;
  private final ImportQueue queue;
  private final Callers callers;
  private final CurrentIdentityAssociation identity;
  private final CurrentVertxRequest request;
  private final TransactionSynchronizationRegistry transaction;

  ImportDesk(
      Imports imports,
      ImportQueue queue,
      Callers callers,
      CurrentIdentityAssociation identity,
      CurrentVertxRequest request,
      TransactionSynchronizationRegistry transaction) {
    this.imports = imports;
    this.queue = queue;
    this.callers = callers;
    this.identity = identity;
    this.request = request;
    this.transaction = transaction;
  }

  /**
   * Takes up a file, in the transaction of the request or in one of its own after that.
   *
   * @throws Problem {@code import-refused}, {@code forbidden}, {@code malformed-request}
   */
  public Response take(ImportKind<ImportReport> kind, ImportFile file, ImportOrder order) {
    if (file.isLong()) {
      return later(kind, file, order.lasting(true));
    }
    return Response.ok(atOnce(kind, file, order)).build();
  }

  /**
   * Takes up a file in the transaction of the request.
   *
   * @throws Problem {@code import-refused}, {@code forbidden}, {@code malformed-request}
   */
  public <R> R atOnce(ImportKind<R> kind, CalendarFile file, ImportOrder order) {
    return atOnce(kind, file.file(), order);
  }

  private static <R> R atOnce(ImportKind<R> kind, ImportFile file, ImportOrder order) {
    try {
      return ImportRun.take(kind, file.bytes(), order.lasting(false), Progress.UNTOLD);
    } catch (Refused refused) {
      throw refused.report().refusal();
    } catch (Overtaken crossed) {
      throw new Busy();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private Response later(ImportKind<ImportReport> kind, ImportFile file, ImportOrder order) {
    UUID id = imports.create(kind, order, file.size());
    ImportJob job = new ImportJob(id, kind, file, order, sender());
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // it begins once its request is answered for
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              file.keep();
              queue.add(job);
            }
          }
        });
    return Response.accepted(imports.required(id.toString()))
        .location(URI.create("/api/v1/imports/" + id))
        .build();
  }

  /** Who makes the request that is being served, to be the one that the import is made by. */
  private ImportJob.Sender sender() {
    return new ImportJob.Sender(
        callers.current().author().key(), identity.getIdentity(), request.getCurrent());
  }
}
