package org.grappe.subsidy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.query.GroupKey;
import org.grappe.query.Groups;

/**
 * The statement that sums what the filters of the lines find.
 *
 * @param keys the groups
 * @param years whether figures are told apart by the years in which they were given
 */
record SumSql(
    SumKeys keys, boolean years, boolean perMember, boolean perCompany, boolean compares) {
  /** What is read of each line. */
  static final String COLUMNS =
      """
      l.id, l.currency, s.status, s.status = 'CANCELLED' as cancelled,
      s.amount is null and s.status is distinct from 'CANCELLED' as unknown,
      s.reported, s.announced, s.budgeted, s.voted, s.agreed, s.paid, l.fundings, l.weights,
      s.until = 'infinity' as settled, s.year as line_year, s.years, l.payments,
      h.id as holder, l.programme, l.organisation, l.sector_region,
      l.beneficiary -> 'sector' ->> 'name' as sector_name, %s as region, l.fiscal_year"""
          .formatted(LineSql.REGION);

  Groups groups() {
    String groups = compares ? "compared" : "totals";
    return new Groups(
        made()
            + (perMember ? SumPerMember.MEMBERS.formatted(groups) : "")
            + (perCompany ? SumPerCompany.tables(keys, groups) : ""),
        groups,
        columns(),
        groups
            + " t\n"
            + SumNames.joins(keys)
            + (perMember ? SumPerMember.QUOTIENTS : "")
            + (perCompany ? SumPerCompany.quotients(keys) : ""),
        compares
            ? new GroupKey(
                List.of(GroupKey.Part.number("t.place"), GroupKey.Part.text("t.currency")))
            : keys.order());
  }

  private String made() {
    String lines = years ? "yearly" : "found";
    boolean ofParts = keys.has("funder") || keys.has("origin");
    return (years ? SumYears.TABLE : "")
        + SumParts.of(keys, lines, years)
        + SumAmounts.tables(this)
        + SumOverlap.table(keys, ofParts ? "split" : lines)
        + (compares ? SumCompared.TABLE : "");
  }

  private String columns() {
    return Stream.of(
            SumNames.columns(keys).stream(),
            Stream.of(
                """
                t.currency, round(t.reported, 2) as reported, round(t.announced, 2) as announced,
                round(t.budgeted, 2) as budgeted, round(t.voted, 2) as voted,
                round(t.agreed, 2) as agreed, round(t.paid, 2) as paid, t.lines,
                t.without as lines_without_amount""",
                SumOverlap.column(keys),
                (keys.has("origin") ? "null" : "t.origins") + " as origins",
                (perMember ? "pm.per_member" : "null") + " as per_member",
                (perCompany ? "pc.per_company" : "null") + " as per_company",
                (compares ? SumCompared.RATIOS : "null") + " as ratios"))
        .flatMap(all -> all)
        .collect(Collectors.joining(",\n"));
  }
}
