package org.grappe.subsidy;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;
import org.grappe.value.Documents;
import org.grappe.value.Money;
import org.grappe.value.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Money for one purpose: how firm it is step by step, who funds it, and what was paid. */
@Entity
@Table(name = "subsidy_lines")
class SubsidyLine extends StoredRecord<SubsidyContent> {
  @Embedded private SubsidyContent content;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Payment> payments = List.of();

  @Override
  public SubsidyContent content() {
    return content;
  }

  /** The steps that are there stay; what comes after them is taken up. */
  @Override
  protected void write(SubsidyContent next) {
    List<Step> kept = content == null ? List.of() : content.steps();
    int known = kept.size();
    if (next.steps().size() < known || !next.steps().subList(0, known).equals(kept)) {
      throw Problems.validationFailed("/steps", "subsidy.steps-kept");
    }
    List<Step> all = new ArrayList<>();
    kept.forEach(step -> all.add(step.asLine() == null ? step : step.amountingTo(next.amount())));
    Ledger ledger = new Ledger(all);
    Violations violations = new Violations();
    for (int i = known; i < next.steps().size(); i++) {
      Step step = next.steps().get(i);
      String at = content == null ? "/steps/" + i : "";
      step.checkNew(at, violations);
      ledger.check(step, at, violations);
      Problems.raise(violations);
      Step entered =
          (content == null || isUnassigning(all, step) ? opening(step, next.amount()) : step)
              .entered(changedAt());
      ledger.add(entered);
      all.add(entered);
    }
    content = next.with(line -> line.steps(all).assignedTo(ledger.assigned().orElse(null)));
  }

  /** Whether it only takes back whom a step of the line's amount assigns it to. */
  private static boolean isUnassigning(List<Step> steps, Step next) {
    return steps.stream()
        .filter(step -> step.id().equals(next.corrects()) && step.asLine() != null)
        .anyMatch(step -> Documents.sayTheSame(step.unassigned(), next));
  }

  /** A step with which a line is entered has the line's amount where it has none of its own. */
  private static Step opening(Step step, Money whole) {
    boolean takesIt =
        step.amount() == null && whole != null && step.status() != Step.Status.CANCELLED;
    return takesIt ? step.amountingTo(whole) : step;
  }

  /** Takes up a further step. */
  SubsidyContent following(Step step) {
    List<Step> all = new ArrayList<>(content.steps());
    all.add(step);
    return content.withSteps(all);
  }

  /** The amount of which the fundings are parts, as far as it is known. */
  Optional<Money> whole() {
    return Optional.ofNullable(content.amount())
        .or(() -> new Ledger(content.steps()).firstAmount());
  }

  List<Payment> payments() {
    return payments;
  }

  /** Adds a payment, as it is kept. */
  Payment pay(Payment payment) {
    Payment entered = payment.entered(changedAt());
    List<Payment> all = new ArrayList<>(payments);
    all.add(entered);
    payments = List.copyOf(all);
    return entered;
  }

  /** Takes out a payment that was entered by mistake. */
  void unpay(UUID id) {
    payments = payments.stream().filter(payment -> !payment.id().equals(id)).toList();
  }

  /**
   * The clusters whose line it is: the beneficiary, and those to which it was assigned; not by a
   * step that was corrected since.
   */
  List<UUID> clusters() {
    List<UUID> all = new ArrayList<>();
    if (content.beneficiary().cluster() != null) {
      all.add(content.beneficiary().cluster());
    }
    new Ledger(content.steps())
        .holding().stream()
            .map(Step::assignedTo)
            .filter(heir -> heir != null && !all.contains(heir))
            .forEach(all::add);
    return all;
  }

  /** Whether a payment of it is in another currency. */
  boolean isPaidInAnother() {
    return payments().stream()
        .anyMatch(payment -> !payment.amount().currency().equals(content().currency()));
  }
}
