package org.grappe.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import org.grappe.database.Busy;
import org.grappe.problem.Problem;
import org.grappe.table.ImportReport;

/** Takes up a short file at once, and has a long one taken up after the answer. */
@ApplicationScoped
public class ImportDesk {
  private final Imports imports;
  private final Senders senders;
  private final Event<ImportJob> accepted;

  ImportDesk(Imports imports, Senders senders, Event<ImportJob> accepted) {
    this.imports = imports;
    this.senders = senders;
    this.accepted = accepted;
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
    // it begins once its request is answered for
    accepted.fire(new ImportJob(id, kind, file, order, senders.current()));
    return Response.accepted(imports.required(id.toString()))
        .location(URI.create("/api/v1/imports/" + id))
        .build();
  }
}
