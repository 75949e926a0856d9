package org.grappe.merger;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.database.Statements;
import org.grappe.merger.MergerOutcome.Tally;
import org.grappe.problem.Problems;

/**
 * Asks and writes in the terms of a plan: each statement begins with {@code p}, one row with what
 * the plan says. What {@code preview} counts and what the completion writes come from the same
 * common table expressions, so that they cannot differ; but that applications which the caller may
 * not read are not there for it.
 */
@ApplicationScoped
class PlanSql {
  private static final int FIRST = 10;

  private static final String PLAN =
      """
      with recursive p as (
        select ?::uuid as merger, nullif(?, '')::uuid as division, nullif(?, '')::uuid as result,
          ?::uuid[] as results, ?::uuid[] as passing, ?::uuid[] as ending, ?::uuid[] as parties,
          ?::text as end_reason, ?::date as day, ?::text as effective, ?::timestamptz as now,
          ?::date as today, nullif(?, '')::uuid[] as readable, nullif(?, '')::uuid as act,
          nullif(?, '') as former, first_day(nullif(?, '')) as former_day,
          ?::uuid[] as taken, ?::boolean as carries_all, ?::uuid[] as carried, ?::uuid[] as voters),
      -- what a division assigns, and what of it passes by this plan
      placed as (
        select t.id, t.target from p cross join lateral division_things(p.division) t
        where t.target is not null),
      going as (
        select placed.id from p cross join placed
        where placed.target = coalesce(p.result::text, 'LEAVES'))
      """;

  private static final String COUNTED =
      """
      select %1$d as n, (select count(*) from told_%1$d),
        array(select name from told_%1$d where name is not null order by name collate french limit %2$d)
      """;

  private final Database database;
  private final Today today;
  private final Callers callers;

  PlanSql(Database database, Today today, Callers callers) {
    this.database = database;
    this.today = today;
    this.callers = callers;
  }

  /** How many rows there are, and the first by their column {@code name}. */
  Tally tally(Plan plan, String expressions, String rows) {
    return tallies(plan, expressions, rows).get(0);
  }

  /** The same of several kinds of rows, for which the expressions are worked out once. */
  List<Tally> tallies(Plan plan, String expressions, String... kinds) {
    StringBuilder sql = new StringBuilder(PLAN).append(expressions);
    for (int n = 0; n < kinds.length; n++) {
      sql.append(", told_%d as materialized (%s)%n".formatted(n, kinds[n]));
    }
    sql.append(
        IntStream.range(0, kinds.length)
            .mapToObj(n -> COUNTED.formatted(n, FIRST))
            .collect(joining("union all\n")));
    return database.all(
        sql.append("order by n").toString(),
        row -> new Tally(row.getLong(2), List.of((String[]) row.getArray(3).getArray())),
        args(plan));
  }

  <T> List<T> all(Plan plan, String sql, Statements.RowReader<T> reader) {
    return database.all(PLAN + sql, reader, args(plan));
  }

  /**
   * What stands against it: rows of a sentence's key, what it says (a cluster, who, a day), and the
   * record.
   */
  List<Against> against(Plan plan, String sql) {
    return all(
        plan,
        sql,
        row ->
            new Against(
                Problems.of(
                    MergerProblems.MERGER_CONFLICT,
                    row.getString(1),
                    told(row.getString(2)),
                    told(row.getString(3)),
                    told(row.getString(4))),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(3) == null ? row.getString(2) : row.getString(3)));
  }

  private static String told(String text) {
    return text == null ? "" : text;
  }

  /** Writes; answers how many rows. */
  int write(Plan plan, String sql) {
    return database.change(PLAN + sql, args(plan).toArray());
  }

  private List<Object> args(Plan plan) {
    Instant now = today.now();
    List<Object> args = new ArrayList<>();
    args.add(plan.of());
    args.add(text(plan.division()));
    args.add(text(plan.result()));
    args.add(plan.results());
    args.add(plan.passing());
    args.add(plan.ending());
    args.add(plan.parties());
    args.add(plan.divides() ? "DIVIDED" : "MERGED");
    args.add(plan.day());
    args.add(plan.effectiveOn().text());
    args.add(now);
    args.add(today.day());
    args.add(readable());
    args.add(text(plan.act()));
    String former = plan.former() == null ? "" : plan.former().text();
    args.add(former);
    args.add(former);
    args.add(plan.taken());
    args.add(plan.carried().all());
    args.add(plan.carried().memberships());
    args.add(plan.voters());
    return args;
  }

  /** The driver knows no type of a null. */
  private static String text(UUID id) {
    return id == null ? "" : id.toString();
  }

  /** The clusters whose applications the caller may read, as an array; empty for all there are. */
  private String readable() {
    Caller caller = callers.current();
    return caller.readsApplications()
        ? ""
        : caller.clusters().stream().map(UUID::toString).collect(joining(",", "{", "}"));
  }
}
