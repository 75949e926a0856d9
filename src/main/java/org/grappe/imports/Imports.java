package org.grappe.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.database.Sweeper;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.table.ImportReport;
import org.grappe.value.Documents;
import org.grappe.value.Ids;
import org.grappe.value.Slugs;

/** The imports that go on by themselves, as the database knows them. */
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
  @Scheduled(every = "1h", delayed = "1m")
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
            this::view,
            id,
            caller.isAdministrator(),
            caller.author().key())
        .orElseThrow(() -> Problems.notFound("imports", id));
  }

  /** One whose service has stopped ended when that was last at it, and nobody could write why. */
  private ImportView view(ResultSet row) throws SQLException {
    ImportStatus status = ImportStatus.valueOf(row.getString("status"));
    String problem = row.getString("problem");
    boolean isForgotten = status == ImportStatus.FAILED && problem == null;
    String type = isForgotten ? ProblemType.UNAVAILABLE.slug() : problem;
    String report = row.getString("report");
    return ImportViewBuilder.builder()
        .id(row.getObject("id", UUID.class))
        .kind(row.getString("kind"))
        .status(status)
        .dryRun(row.getBoolean("dry_run"))
        .partial(row.getBoolean("partial"))
        .bytes(row.getLong("bytes"))
        .lines(row.getLong("lines"))
        .made(row.getLong("made"))
        .leftOut(row.getLong("left_out"))
        .createdAt(instant(row, "created_at"))
        .startedAt(instant(row, "started_at"))
        .endedAt(endedAt(row, isForgotten))
        .problem(type == null ? null : "/problems/" + type)
        .detail(
            isForgotten
                ? wording.detail(Problems.of(ProblemType.UNAVAILABLE, "import.interrupted"))
                : row.getString("detail"))
        .report(report == null ? null : report(report))
        .build();
  }

  private static Instant endedAt(ResultSet row, boolean isForgotten) throws SQLException {
    Instant ended = instant(row, "ended_at");
    Instant cancelled = instant(row, "cancelled_at");
    if (ended == null && cancelled == null) {
      return isForgotten ? instant(row, "seen_at") : null;
    }
    return ended == null ? cancelled : ended;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static ImportReport report(String text) {
    try {
      return Documents.MAPPER.readValue(text, ImportReport.class);
    } catch (JsonProcessingException unread) {
      throw new IllegalStateException("a stored report cannot be read", unread);
    }
  }

  private static String text(ImportReport report) {
    try {
      return Documents.MAPPER.writeValueAsString(report);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
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

  /** Begins one; false where it was cancelled before. */
  boolean begin(UUID id) {
    return database.change(
            """
            update imports set started_at = ?, seen_at = clock_timestamp()
            where id = ? and cancelled_at is null""",
            today.now(),
            id)
        == 1;
  }

  /** Says that somebody is at it, and how far; false where it was cancelled. */
  boolean tell(UUID id, long lines, long made, long leftOut) {
    return database.change(
            """
            update imports set lines = ?, made = ?, left_out = ?, seen_at = clock_timestamp()
            where id = ? and cancelled_at is null""",
            lines,
            made,
            leftOut,
            id)
        == 1;
  }

  /** Says that all those are not forgotten. */
  void see(List<UUID> ids) {
    database.change(
        "update imports set seen_at = clock_timestamp() where id = any(?::uuid[])", ids);
  }

  /** Those of these that were cancelled. */
  List<UUID> cancelled(List<UUID> ids) {
    return database.all(
        "select id from imports where id = any(?::uuid[]) and cancelled_at is not null",
        row -> row.getObject(1, UUID.class),
        List.of(ids));
  }

  /** Ends it well, in the transaction of what it wrote; false where it was cancelled. */
  boolean succeed(UUID id, ImportReport report) {
    return database.change(
            """
            update imports set lines = ?, made = ?, left_out = ?, report = ?::jsonb, ended_at = ?
            where id = ? and cancelled_at is null""",
            report.lines(),
            report.made(),
            report.leftOut(),
            text(report),
            today.moment(),
            id)
        == 1;
  }

  /**
   * Says what stood against it.
   *
   * @param language the header by which its sender says which language it likes
   */
  void fail(UUID id, Problem problem, Optional<ImportReport> report, String language) {
    database.change(
        """
        update imports set made = 0, problem = ?, detail = ?, report = nullif(?, '')::jsonb, ended_at = ?
        where id = ? and cancelled_at is null""",
        problem.type().slug(),
        wording.detail(problem, language),
        report.map(Imports::text).orElse(""),
        today.moment(),
        id);
  }
}
