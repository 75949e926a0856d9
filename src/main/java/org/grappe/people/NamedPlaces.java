package org.grappe.people;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;

/** All that is kept in which a name may stand. */
@ApplicationScoped
class NamedPlaces {
  private final Database database;
  private final NamedRecords records;
  private final NamedHistory history;
  private final NamedAnswers answers;
  private final OtherTables others;

  NamedPlaces(
      Database database,
      NamedRecords records,
      NamedHistory history,
      NamedAnswers answers,
      OtherTables others) {
    this.database = database;
    this.records = records;
    this.history = history;
    this.answers = answers;
    this.others = others;
  }

  /**
   * Takes it out of records, then out of what they were before, then out of what was answered; out
   * of all else only where it is not about one cluster.
   */
  ErasureReport takeOut(PersonSearch search, boolean dryRun) {
    // every table is read from end to end, which may take longer than a question may
    database.one("select set_config('statement_timeout', '0', true)", row -> true);
    ErasureReport report = new ErasureReport(dryRun, 0, 0, 0, 0, 0, 0);
    for (String table : records.tables()) {
      report = report.plus(records.takeOut(table, search, dryRun));
    }
    int entries = history.takeOut(search, dryRun);
    int rows = answers.takeOut(search, dryRun);
    if (search.cluster() == null) {
      rows += others.scrub(search.name(), dryRun);
    }
    return report.plus(ErasureReport.ofOthers(entries, rows));
  }
}
