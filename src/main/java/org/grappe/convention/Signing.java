package org.grappe.convention;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One signing of a convention, which may be signed several times.
 *
 * @param signatories who signed, by name
 * @param witnesses before whom, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Signing", description = "One signing of a convention.")
record Signing(
    @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(description = "The day.")
        LocalDate on,
    @Size(max = 200) @Schema(description = "Where.") String city,
    @Size(max = 400) @Schema(description = "On what occasion.") String occasion,
    @Size(max = 100) @Schema(description = "Who signed.")
        List<@NotBlank @Size(max = 200) String> signatories,
    @Size(max = 100) @Schema(description = "Who witnessed it.")
        List<@NotBlank @Size(max = 200) String> witnesses) {

  Signing {
    signatories = signatories == null ? List.of() : signatories;
    witnesses = witnesses == null ? List.of() : witnesses;
  }
}
