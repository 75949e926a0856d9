package org.grappe.merger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a plan says as one row, {@code p}, and what it assigns. */
final class PlanRow {
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

  private PlanRow() {}

  /** The arguments, in their order; the driver knows no type of a null. */
  static List<Object> args(Plan plan, Sight sight) {
    List<Object> args = new ArrayList<>();
    args.add(plan.of());
    args.add(Objects.toString(plan.division(), ""));
    args.add(Objects.toString(plan.result(), ""));
    args.add(plan.results());
    args.add(plan.passing());
    args.add(plan.ending());
    args.add(plan.parties());
    args.add(plan.divides() ? "DIVIDED" : "MERGED");
    args.add(plan.day());
    args.add(plan.effectiveOn().text());
    args.add(sight.now());
    args.add(sight.today());
    args.add(sight.applications());
    args.add(Objects.toString(plan.act(), ""));
    String former = plan.former() == null ? "" : plan.former().text();
    args.add(former);
    args.add(former);
    args.add(plan.taken());
    args.add(plan.carried().all());
    args.add(plan.carried().memberships());
    args.add(plan.voters());
    return args;
  }
}
