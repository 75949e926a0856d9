package org.grappe.scdl;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.View;

/** An agreed line that the format cannot hold. */
@Schema(name = "ScdlOmission", description = "An agreed line that the format cannot hold, and why.")
record ScdlOmission(
    @Schema(description = "The subsidy line's id, a UUID.") UUID id,
    @JsonIgnore long version,
    @Schema(description = "What it is for.", examples = "Création du cluster") String purpose,
    @Schema(description = "What the schema doesn't take.") List<Reason> faults)
    implements View {

  /** What the schema doesn't take. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ScdlOmissionReason", description = "What the schema doesn't take.")
  record Reason(
      @Schema(description = "The column of the format.", examples = "dateConvention") String column,
      @Schema(description = "What would stand there.", examples = "2015-02") String value,
      @Schema(description = "What it breaks.", examples = "date") String rule) {}
}
