package org.grappe.subsidy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Money;

/** The fundings of a line come to no more than the line. */
final class FundingRules {
  private FundingRules() {}

  /**
   * Checks shares by themselves, and amounts where the line's is known.
   *
   * @throws Problem {@code shares-exceed-whole}
   */
  static void requireWithinWhole(SubsidyLine line) {
    List<Funding> fundings = line.content().fundings();
    BigDecimal shares = sum(fundings.stream().map(Funding::share));
    if (shares.compareTo(new BigDecimal(100)) > 0) {
      throw Problems.of(SubsidyProblems.SHARES_EXCEED_WHOLE, "subsidy.shares", shares);
    }
    BigDecimal amounts =
        sum(fundings.stream().map(Funding::amount).filter(Objects::nonNull).map(Money::amount));
    Problems.raise(
        line.whole()
            .map(Money::amount)
            .filter(whole -> amounts.compareTo(whole) > 0)
            .map(
                whole ->
                    Problems.of(
                        SubsidyProblems.SHARES_EXCEED_WHOLE,
                        "subsidy.amounts",
                        amounts.toPlainString(),
                        whole.toPlainString())));
  }

  private static BigDecimal sum(Stream<BigDecimal> some) {
    return some.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
