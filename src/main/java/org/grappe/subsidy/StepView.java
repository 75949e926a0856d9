package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.View;
import org.grappe.value.Money;
import org.grappe.value.PartialDate;
import org.grappe.value.Qualifier;
import org.grappe.value.Ref;

/** A step as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubsidyStep", description = "What became known of a line, or was decided.")
record StepView(
    UUID id,
    Step.Status status,
    PartialDate on,
    Money amount,
    Qualifier qualifier,
    UUID corrects,
    Ref assignedTo,
    List<Ref> sources,
    String remarks,
    Instant createdAt)
    implements View {

  /** A step never changes. */
  @Override
  public long version() {
    return 0;
  }
}
