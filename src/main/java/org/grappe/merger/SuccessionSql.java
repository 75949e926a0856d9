package org.grappe.merger;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.caller.Role;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.database.Statements;
import org.grappe.merger.MergerOutcome.Tally;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Asks and writes in the terms of a succession, as {@link PlanSql} does in those of a merger. What
 * is told leaves out the applications and registrations that the caller may not read; what is
 * written takes all.
 */
@ApplicationScoped
class SuccessionSql {
  private static final int FIRST = 10;

  private static final String SUCCESSION =
      """
      with p as (
        select ?::uuid as organisation, nullif(?, '')::uuid as successor, ?::date as day,
          ?::text as effective, ?::timestamptz as now, ?::boolean as carries,
          nullif(?, '')::uuid[] as readable, nullif(?, '')::uuid[] as edited,
          nullif(?, '')::uuid as act)
      """;

  private static final String ALL = "";
  private final Database database;
  private final Today today;
  private final Callers callers;

  SuccessionSql(Database database, Today today, Callers callers) {
    this.database = database;
    this.today = today;
    this.callers = callers;
  }

  /**
   * How many rows there are that the caller may read, and the first by their column {@code name}.
   */
  Tally tally(Succession succession, String expressions, String rows) {
    return database
        .all(
            SUCCESSION
                + expressions
                + """
                , told as materialized (%1$s)
                select (select count(*) from told),
                  array(select name from told where name is not null
                    order by name collate french limit %2$d)\
                """
                    .formatted(rows, FIRST),
            row -> new Tally(row.getLong(1), List.of((String[]) row.getArray(2).getArray())),
            args(succession, readable(), edited()))
        .get(0);
  }

  <T> List<T> all(Succession succession, String sql, Statements.RowReader<T> reader) {
    return database.all(SUCCESSION + sql, reader, args(succession, ALL, ALL));
  }

  /**
   * What stands against it: rows of a sentence's key, what it says (whose, who, a day), and the
   * record.
   */
  List<Against> against(ProblemType type, Succession succession, String sql) {
    return all(
        succession,
        sql,
        row ->
            new Against(
                Problems.of(
                    type,
                    row.getString(1),
                    told(row.getString(2)),
                    told(row.getString(3)),
                    told(row.getString(4))),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(2)));
  }

  private static String told(String text) {
    return text == null ? "" : text;
  }

  /** Writes; answers how many rows. */
  int write(Succession succession, String sql) {
    return database.change(SUCCESSION + sql, args(succession, ALL, ALL).toArray());
  }

  private List<Object> args(Succession succession, String readable, String edited) {
    List<Object> args = new ArrayList<>();
    args.add(succession.organisation());
    args.add(text(succession.successor()));
    args.add(succession.day());
    args.add(succession.on().text());
    args.add(today.now());
    args.add(succession.memberships() == Succession.Memberships.CARRY);
    args.add(readable);
    args.add(edited);
    args.add(text(succession.act()));
    return args;
  }

  /** The driver knows no type of a null. */
  private static String text(UUID id) {
    return id == null ? "" : id.toString();
  }

  /** The clusters whose applications the caller may read, as an array; empty for all there are. */
  private String readable() {
    Caller caller = callers.current();
    return caller.readsApplications() ? ALL : array(caller.clusters());
  }

  /** The same of registrations. */
  private String edited() {
    Caller caller = callers.current();
    return caller.isAdministrator()
        ? ALL
        : array(caller.is(Role.EDITOR) ? caller.clusters() : List.of());
  }

  private static String array(List<UUID> clusters) {
    return clusters.stream().map(UUID::toString).collect(joining(",", "{", "}"));
  }
}
