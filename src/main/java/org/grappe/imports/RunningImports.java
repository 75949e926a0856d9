package org.grappe.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.Problem;
import org.grappe.table.ImportReport;
import org.grappe.value.Documents;

/** What those who take up files tell of them, so that callers see it and nobody forgets them. */
@ApplicationScoped
class RunningImports {
  private final Database database;
  private final Today today;
  private final ProblemAnswers wording;

  RunningImports(Database database, Today today, ProblemAnswers wording) {
    this.database = database;
    this.today = today;
    this.wording = wording;
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
            Documents.text(report),
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
        report.map(Documents::text).orElse(""),
        today.moment(),
        id);
  }
}
