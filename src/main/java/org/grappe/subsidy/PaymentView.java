package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.View;
import org.grappe.value.Money;
import org.grappe.value.Ref;

/** A payment as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubsidyPayment", description = "Money that was paid, or, negative, paid back.")
record PaymentView(
    UUID id,
    @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate on,
    Money amount,
    List<Ref> sources,
    String remarks,
    Instant createdAt)
    implements View {

  /** A payment never changes. */
  @Override
  public long version() {
    return 0;
  }
}
