package org.grappe.subsidy;

import static org.grappe.query.GroupKey.Part.number;
import static org.grappe.query.GroupKey.Part.text;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.query.GroupKey;

/** What tells the groups of a sum apart, and in which order they stand. */
record SumKeys(List<String> by) {
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "beneficiary",
              List.of("holder", "programme", "organisation", "sector_region", "sector_name"),
          "funder", List.of("funder"),
          "origin", List.of("origin"),
          "region", List.of("region"),
          "fiscalYear", List.of("fiscal_year"),
          "year", List.of("year"),
          "status", List.of("status"));

  private static final Map<String, List<GroupKey.Part>> ORDERS =
      Map.of(
          "beneficiary",
              List.of(
                  text("coalesce({b.name}, g.name, {o.name}, z.name)"),
                  text("t.sector_name"),
                  text("coalesce(t.holder, t.programme, t.organisation)::text")),
          "funder", List.of(text("coalesce({k.name}, {q.name})"), text("t.funder::text")),
          "origin", List.of(text("t.origin")),
          "region", List.of(text("t.region")),
          "fiscalYear", List.of(number("t.fiscal_year")),
          "year", List.of(number("t.year")),
          "status", List.of(text("t.status")));

  boolean has(String group) {
    return by.contains(group);
  }

  /** The columns that tell a group apart. */
  List<String> columns() {
    return by.stream().flatMap(group -> COLUMNS.get(group).stream()).toList();
  }

  /** Each column with a comma behind it. */
  String listed() {
    return columns().stream().map(column -> column + ", ").collect(Collectors.joining());
  }

  /** Whether two rows are of one group, and of one currency. */
  String equal(String one, String other) {
    return columns().stream()
            .map(column -> one + "." + column + " is not distinct from " + other + "." + column)
            .map(condition -> condition + " and ")
            .collect(Collectors.joining())
        + one
        + ".currency = "
        + other
        + ".currency";
  }

  /** The order, in which the currency is the last. */
  GroupKey order() {
    Function<String, Stream<GroupKey.Part>> parts = group -> ORDERS.get(group).stream();
    return new GroupKey(
        Stream.concat(by.stream().flatMap(parts), Stream.of(text("t.currency"))).toList());
  }
}
