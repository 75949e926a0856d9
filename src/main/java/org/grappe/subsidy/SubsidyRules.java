package org.grappe.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Violations;

/** What a line must be beyond what its steps and fundings tell by themselves. */
@ApplicationScoped
class SubsidyRules {
  private static final String CURRENCY = "/amount/currency";

  private final Database database;
  private final Today today;

  SubsidyRules(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /**
   * Checks a line as it is to be stored.
   *
   * @param before what it was; null for a new one
   * @throws Problem {@code validation-failed}, {@code shares-exceed-whole}
   */
  void check(SubsidyLine line, SubsidyContent before) {
    SubsidyContent next = line.content();
    Violations violations = new Violations();
    int known = before == null ? 0 : before.steps().size();
    for (int i = known; i < next.steps().size(); i++) {
      checkHeir(next, next.steps().get(i), before == null ? "/steps/" + i : "", violations);
    }
    checkCurrency(line, !line.isPaidInAnother(), violations);
    Problems.raise(violations);
    FundingRules.requireWithinWhole(line);
  }

  /** Checks whom a line is assigned to that is entered so: its last step has been told it. */
  void checkAssigned(SubsidyContent entered) {
    Violations violations = new Violations();
    checkHeir(entered, entered.steps().get(entered.steps().size() - 1), "", violations);
    Problems.raise(violations);
  }

  /** Checks a step that was added to a line. */
  void check(SubsidyLine line, Step step) {
    Violations violations = new Violations();
    checkHeir(line.content(), step, "", violations);
    checkCurrency(line, line.content().hasOneCurrency() && !line.isPaidInAnother(), violations);
    Problems.raise(violations);
  }

  /** Checks a payment that is to be added to a line. */
  void check(SubsidyLine line, Payment payment) {
    Violations violations = new Violations();
    checkCurrency(line, payment.amount().currency().equals(line.content().currency()), violations);
    Problems.raise(violations);
  }

  private static void checkCurrency(SubsidyLine line, boolean isOne, Violations violations) {
    violations.addIf(!isOne, CURRENCY, "subsidy.currency", line.content().currency());
  }

  /** A line is assigned to a cluster that its beneficiary has become part of by then. */
  private void checkHeir(SubsidyContent line, Step step, String at, Violations violations) {
    UUID cluster = line.beneficiary().cluster();
    boolean isHeir =
        step.assignedTo() == null
            || (cluster != null
                && !cluster.equals(step.assignedTo())
                && database
                    .one(
                        "select 1 from predecessors_by(?, ?) part where part = ?",
                        row -> true,
                        step.assignedTo(),
                        step.on() == null ? today.day() : step.on().lastDay(),
                        cluster)
                    .isPresent());
    violations.addIf(!isHeir, at + "/assignedTo", "subsidy.heir");
  }
}
