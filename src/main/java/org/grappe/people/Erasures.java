package org.grappe.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.grappe.caller.Callers;
import org.grappe.config.Today;
import org.grappe.copy.Withdrawn;
import org.grappe.database.Database;
import org.grappe.imports.UnfinishedImports;
import org.grappe.record.Rights;
import org.grappe.value.Ids;

/** Takes a person's name out of everything that is kept. */
@ApplicationScoped
class Erasures {
  private final Rights rights;
  private final Database database;
  private final NamedRows rows;
  private final OtherTables otherTables;
  private final Callers callers;
  private final Today today;
  private final Event<Withdrawn> withdrawn;
  private final UnfinishedImports imports;

  Erasures(
      Rights rights,
      Database database,
      NamedRows rows,
      OtherTables otherTables,
      Callers callers,
      Today today,
      Event<Withdrawn> withdrawn,
      UnfinishedImports imports) {
    this.rights = rights;
    this.database = database;
    this.rows = rows;
    this.otherTables = otherTables;
    this.callers = callers;
    this.today = today;
    this.withdrawn = withdrawn;
    this.imports = imports;
  }

  /**
   * Takes it out of all that is kept, and once more when those files are through that are on their
   * way meanwhile.
   *
   * @param cluster only from what is this cluster's; may be null
   */
  ErasureReport erase(String person, UUID cluster, boolean dryRun) {
    Instant began = today.moment();
    ErasureReport report = takeOut(new PersonName(person), cluster, dryRun);
    if (!dryRun && imports.areAnySince(began)) {
      database.change(
          """
          insert into repeated_erasures (id, person, cluster, at)
          values (?, ?, nullif(?, '')::uuid, ?)""",
          Ids.fresh(),
          person,
          cluster == null ? "" : cluster.toString(),
          today.moment());
    }
    return report;
  }

  /**
   * Takes it out of records, then out of what they were before, then out of what was answered.
   *
   * @param cluster only from what is this cluster's; may be null
   */
  ErasureReport takeOut(PersonName name, UUID cluster, boolean dryRun) {
    rights.requireAct("ERASED");
    // every table is read from end to end, which may take longer than a question may
    database.one("select set_config('statement_timeout', '0', true)", row -> true);
    ErasureReport report = new ErasureReport(dryRun, 0, 0, 0, 0, 0, 0);
    for (String table : recordTables()) {
      report = report.plus(rows.records(table, name, cluster, dryRun));
    }
    report = report.plus(rows.history(name, cluster, dryRun));
    report = report.plus(rows.answers(name, cluster, dryRun));
    if (cluster == null) {
      int others = otherTables.scrub(name, dryRun);
      report = report.plus(new ErasureReport(false, 0, 0, 0, 0, 0, others));
    }
    if (!dryRun) {
      keep(report, cluster);
      withdrawn.fire(new Withdrawn());
    }
    return report;
  }

  /**
   * Every table that keeps a history, whichever feature it belongs to; clusters last, as whoever
   * writes what belongs to one comes to it.
   */
  private List<String> recordTables() {
    return database.all(
        """
        select tgrelid::regclass::text from pg_trigger where tgname = 'write_history'
        order by tgrelid = 'clusters'::regclass, tgrelid <> 'organisations'::regclass, 1\
        """,
        row -> row.getString(1),
        List.of());
  }

  private void keep(ErasureReport report, UUID cluster) {
    database.change(
        """
        insert into erasures (id, at, by, cluster, report)
        values (?, ?, ?::jsonb, nullif(?, '')::uuid, ?::jsonb)\
        """,
        Ids.fresh(),
        today.now(),
        Json.text(callers.current().author()),
        cluster == null ? "" : cluster.toString(),
        Json.text(report));
  }
}
