package org.grappe.merger;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.config.Today;

/** What a plan says as one row, {@code p}, and what it assigns. */
@ApplicationScoped
class PlanRow {
  /** How each statement begins. */
  static final String SQL =
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

  private final Today today;
  private final Callers callers;

  PlanRow(Today today, Callers callers) {
    this.today = today;
    this.callers = callers;
  }

  /** The arguments, in their order. */
  List<Object> of(Plan plan) {
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
