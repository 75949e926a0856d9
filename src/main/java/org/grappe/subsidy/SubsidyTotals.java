package org.grappe.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.grappe.problem.Problems;
import org.grappe.query.Groups;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.Page;

/** What the lines come to. */
@ApplicationScoped
class SubsidyTotals {
  static final Listing<SubsidyTotal> LISTING =
      SubsidyListing.filtered(
              Listing.of(
                  "/subsidy-lines/summary", SubsidyTotal.class, SumSql.COLUMNS, LineSql.FROM))
          // a line begins with its first step
          .existsWhen("s.status is not null")
          .filter(Summing.by())
          .filter(Summing.per())
          .filter(Summing.compare())
          .sortedBy("createdAt")
          .grouped();

  private final ListReader reader;

  SubsidyTotals(ListReader reader) {
    this.reader = reader;
  }

  Page<SubsidyTotal> page() {
    return reader.groups(LISTING, SubsidyTotals::groups);
  }

  @SuppressWarnings("unchecked") // as the filter "by" reads it
  private static Groups groups(Map<String, Object> said) {
    List<String> by = (List<String>) said.getOrDefault(Summing.BY, List.of());
    boolean compares = said.containsKey(Summing.COMPARE);
    if (compares && !by.isEmpty() && !by.equals(List.of("region"))) {
      throw Problems.parameter(Summing.BY, "parameter.compare-by");
    }
    Object per = said.get(Summing.PER);
    SumKeys keys = new SumKeys(compares ? List.of("region") : by.stream().distinct().toList());
    return new SumSql(
            keys,
            keys.has("year") || said.containsKey("year"),
            "member".equals(per),
            "company".equals(per),
            compares)
        .groups();
  }
}
