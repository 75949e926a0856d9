package org.grappe.subsidy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines by the years in which their figures were given: each figure stands in the year of the step
 * that gives it, each payment in its own, and the line itself in that of its first dated step.
 */
final class SumYears {
  private static final List<String> FIGURES =
      List.of("reported", "announced", "budgeted", "voted", "agreed");

  /** Most lines have a single step and no payment, and are left as they are. */
  static final String TABLE =
      """
      , yearly as not materialized (
        select f.id, f.currency, f.status, f.cancelled, f.unknown, f.fundings, f.weights, f.holder,
          f.programme, f.organisation, f.sector_region, f.sector_name, f.region, f.fiscal_year, x.*
        from found f cross join lateral (
          select f.settled, f.line_year as year, true as counted,
            f.reported, f.announced, f.budgeted, f.voted, f.agreed, f.paid
          where f.years is null and f.payments = '[]'
          union all
          select false, n.year, n.year is not distinct from f.line_year, %s,
            coalesce((select sum((p -> 'amount' ->> 'amount')::numeric)
              from jsonb_array_elements(f.payments) p
              where left(p ->> 'on', 4)::int = n.year and first_day(p ->> 'on') <= :on), 0)
          from (
            select f.line_year as year
            union %s
            union select left(p ->> 'on', 4)::int from jsonb_array_elements(f.payments) p
            where first_day(p ->> 'on') <= :on) n
          where f.years is not null or f.payments <> '[]') x
        where :year = '' or x.year = nullif(:year, '')::int)
      """
          .formatted(
              each("case when %2$s is not distinct from n.year then f.%1$s end", ", "), years());

  private SumYears() {}

  private static String years() {
    return each("select %2$s where f.%1$s is not null", "\n            union ");
  }

  private static String each(String said, String between) {
    return IntStream.range(0, FIGURES.size())
        .mapToObj(i -> said.formatted(FIGURES.get(i), yearOf(i + 1)))
        .collect(Collectors.joining(between));
  }

  private static String yearOf(int place) {
    return "case when f.years is null then f.line_year else f.years[" + place + "] end";
  }
}
