package org.grappe.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.grappe.problem.Problems;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.Page;

/** What the lines come to. */
@ApplicationScoped
class SubsidyTotals {
  static final Listing<SubsidyTotal> LISTING =
      SubsidyLines.filtered(
              Listing.of(
                  "/subsidy-lines/summary", SubsidyTotal.class, SumSql.COLUMNS, LineSql.FROM))
          // a line begins with its first step
          .existsWhen("s.status is not null")
          .filter(Summing.by())
          .filter(Summing.per())
          .filter(Summing.compare())
          .sortedBy("createdAt")
          .unpaged();

  private final ListReader reader;

  SubsidyTotals(ListReader reader) {
    this.reader = reader;
  }

  Page<SubsidyTotal> all() {
    return reader.unpaged(LISTING, SubsidyTotals::sql);
  }

  @SuppressWarnings("unchecked") // as the filter "by" reads it
  private static String sql(Map<String, Object> said) {
    List<String> by = (List<String>) said.getOrDefault(Summing.BY, List.of());
    boolean compares = said.containsKey(Summing.COMPARE);
    if (compares && !by.isEmpty() && !by.equals(List.of("region"))) {
      throw Problems.parameter(Summing.BY, "parameter.compare-by");
    }
    Object per = said.get(Summing.PER);
    return SumSql.of(
        compares ? List.of("region") : by.stream().distinct().toList(),
        "member".equals(per),
        "company".equals(per),
        compares);
  }
}
