package org.grappe.cli.doctor;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether two machines have the same time. */
final class ClockCheck {
  private static final Duration WORRYING = Duration.ofSeconds(2);
  private static final Duration WRONG = Duration.ofSeconds(60);

  private ClockCheck() {}

  static List<Finding> ofDatabase(Statement statement) throws SQLException {
    Instant before = Instant.now();
    String epoch = "select (extract(epoch from clock_timestamp()) * 1000)::bigint";
    long told = Long.parseLong(DatabaseChecks.text(statement, epoch));
    return List.of(against("doctor.database-clock", Instant.ofEpochMilli(told), since(before)));
  }

  /** How long a question took that was asked then; its answer may be as old. */
  static Duration since(Instant before) {
    return Duration.between(before, Instant.now()).abs();
  }

  /**
   * Compares what another says with what this machine does.
   *
   * @param blur how exactly the other tells it, and how long ago that may be
   */
  static Finding against(String subject, Instant other, Duration blur) {
    Duration apart = Duration.between(Instant.now(), other).abs().minus(blur);
    double seconds = Math.max(0, apart.toMillis() / 1000.0);
    if (apart.compareTo(WRONG) > 0) {
      return Finding.wrong(subject, "doctor.apart", seconds);
    }
    return apart.compareTo(WORRYING) > 0
        ? Finding.worrying(subject, "doctor.apart", seconds)
        : Finding.fine(subject, "doctor.together", seconds);
  }
}
