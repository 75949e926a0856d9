package org.grappe.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.table.ImportReport;
import org.grappe.value.Documents;

/** An import as it lies in the database. */
final class ImportRow {
  private final ResultSet row;
  private final ProblemAnswers wording;

  ImportRow(ResultSet row, ProblemAnswers wording) {
    this.row = row;
    this.wording = wording;
  }

  /** One whose service has stopped ended when that was last at it, and nobody could write why. */
  ImportView view() throws SQLException {
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
        .createdAt(instant("created_at"))
        .startedAt(instant("started_at"))
        .endedAt(endedAt(isForgotten))
        .problem(type == null ? null : "/problems/" + type)
        .detail(
            isForgotten
                ? wording.detail(Problems.of(ProblemType.UNAVAILABLE, "import.interrupted"))
                : row.getString("detail"))
        .report(report == null ? null : Documents.read(report, ImportReport.class))
        .build();
  }

  private Instant endedAt(boolean isForgotten) throws SQLException {
    Instant ended = instant("ended_at");
    Instant cancelled = instant("cancelled_at");
    if (ended == null && cancelled == null) {
      return isForgotten ? instant("seen_at") : null;
    }
    return ended == null ? cancelled : ended;
  }

  private Instant instant(String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
