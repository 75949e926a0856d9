package org.grappe.imports;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.database.Replica;
import org.grappe.database.Sweeper;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.table.ImportReport;
import org.grappe.value.Ids;
import org.grappe.value.Slugs;

/** The imports that go on by themselves, as callers ask for them, see and cancel them. */
@ApplicationScoped
class Imports {
  private final Database database;
  private final Callers callers;
  private final Today today;
  private final Sweeper sweeper;
  private final ProblemAnswers wording;

  Imports(
      Database database, Callers callers, Today today, Sweeper sweeper, ProblemAnswers wording) {
    this.database = database;
    this.callers = callers;
    this.today = today;
    this.sweeper = sweeper;
    this.wording = wording;
  }

  /** Deletes those of a month ago. */
  @Scheduled(every = "1h", delayed = "1m", skipExecutionIf = Replica.class)
  void forget() {
    sweeper.sweep("imports", "30 days");
  }

  /** Keeps a new one. */
  UUID create(ImportKind<ImportReport> kind, ImportOrder order, long bytes) {
    UUID id = Ids.fresh();
    database.change(
        """
        insert into imports (id, kind, created_at, author, dry_run, partial, bytes)
        values (?, ?, ?, ?, ?, ?, ?)""",
        id,
        kind.name(),
        today.now(),
        callers.current().author().key(),
        order.dryRun(),
        order.partial(),
        bytes);
    return id;
  }

  /**
   * One that the caller may see: an administrator all, others their own.
   *
   * @throws Problem {@code not-found}, {@code invalid-parameter}
   */
  ImportView required(String text) {
    UUID id = Slugs.id(text).orElseThrow(() -> Problems.parameter("id", "parameter.id", text));
    Caller caller = callers.current();
    return database
        .one(
            """
            select i.id, i.kind, import_status(i) as status, i.dry_run, i.partial, i.bytes, i.lines,
              i.made, i.left_out, i.created_at, i.started_at, i.seen_at, i.ended_at, i.cancelled_at,
              i.problem, i.detail, i.report
            from imports i where i.id = ? and (? or i.author = ?)""",
            row -> new ImportRow(row, wording).view(),
            id,
            caller.isAdministrator(),
            caller.author().key())
        .orElseThrow(() -> Problems.notFound("imports", id));
  }

  /**
   * Ends one that is not over; nothing of it stays, for from now on it cannot end well.
   *
   * @throws Problem {@code duplicate} where it is over
   */
  ImportView cancel(String text) {
    ImportView found = required(text);
    int changed =
        database.change(
            """
            update imports i set cancelled_at = ?
            where id = ? and import_status(i) in ('WAITING', 'RUNNING')""",
            today.now(),
            found.id());
    if (changed == 0) {
      throw Problems.of(ProblemType.DUPLICATE, "import.over", found.id());
    }
    return required(text);
  }

  /** Whether the caller asked for it. */
  boolean isCallers(UUID id) {
    return database
        .one(
            "select author = ? from imports where id = ?",
            row -> row.getBoolean(1),
            callers.current().author().key(),
            id)
        .orElse(false);
  }
}
