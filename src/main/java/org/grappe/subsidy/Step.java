package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Documents;
import org.grappe.value.Ids;
import org.grappe.value.Money;
import org.grappe.value.PartialDate;
import org.grappe.value.Qualifier;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/**
 * One entry of a line's ledger. It is never changed or taken back; a correction is a further one.
 *
 * @param id given by the service, as are {@code at} and {@code asLine}
 * @param at when it was entered
 * @param asLine whether its amount is the one that the line was entered with
 * @param corrects the step whose place it takes
 * @param assignedTo the successor of the beneficiary cluster whose line it is from then on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
@Schema(name = "NewSubsidyStep", description = "What becomes known of a line, or is decided.")
record Step(
    @Schema(hidden = true) UUID id,
    @Schema(hidden = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
    @Schema(hidden = true) Boolean asLine,
    @NotNull Status status,
    PartialDate on,
    @Valid Money amount,
    Qualifier qualifier,
    UUID corrects,
    @References(table = "clusters", by = "slug") UUID assignedTo,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @Size(max = 4000) String remarks)
    implements SelfValidating, StepBuilder.With {

  /** How firm a line is, or that it is no longer. */
  @Schema(name = "SubsidyStepStatus")
  enum Status {
    REPORTED,
    ANNOUNCED,
    BUDGETED,
    VOTED,
    AGREED,
    CANCELLED
  }

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(amount != null && amount.signum() < 0, at + "/amount/amount", "number.min", 0);
    violations.addIf(
        amount != null && status == Status.CANCELLED, at + "/amount", "subsidy.cancelled-amount");
  }

  /** Refuses what only the service writes. */
  void checkNew(String at, Violations violations) {
    violations.addIf(id != null, at + "/id", "field.unknown", "id");
    violations.addIf(this.at != null, at + "/at", "field.unknown", "at");
    violations.addIf(asLine != null, at + "/asLine", "field.unknown", "asLine");
  }

  /** Whether a request says just this step, with or without what only the service writes. */
  boolean isSaidBy(Step given) {
    boolean isOther =
        (given.id != null && !given.id.equals(id)) || (given.at != null && !given.at.equals(at));
    Step same = given.with(step -> step.id(id).at(at).asLine(asLine));
    return !isOther && Documents.sayTheSame(this, same);
  }

  /** As it is kept. */
  Step entered(Instant now) {
    return with(step -> step.id(Ids.fresh()).at(now));
  }

  /** A further step, which says nothing new but whose line it is from a day on. */
  Step assigning(UUID heir, PartialDate day) {
    return StepBuilder.builder().status(status).on(day).assignedTo(heir).sources(List.of()).build();
  }

  /**
   * What takes its place and says the same, but that it assigns the line to nobody; an amount that
   * is the line's is not its own.
   */
  Step unassigned() {
    return with(
        step ->
            step.id(null)
                .at(null)
                .asLine(null)
                .amount(asLine == null ? amount : null)
                .corrects(id)
                .assignedTo(null));
  }

  /** The amount is the line's. */
  Step amountingTo(Money whole) {
    return with(step -> step.asLine(true).amount(whole));
  }
}
