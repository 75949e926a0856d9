package org.grappe.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A label that an organisation or cluster bears.
 *
 * @param name the label
 * @param from since when, where known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A label, and since when it is borne where that is known.")
public record Label(
    @NotBlank @Size(max = 200) @Schema(examples = "French Tech") String name, PartialDate from) {}
