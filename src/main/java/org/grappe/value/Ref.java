package org.grappe.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record that another one refers to, as it is answered.
 *
 * @param id its id
 * @param name what it is called
 * @param slug the cluster's slug; absent for other records
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reference", description = "A record referred to: its id and what it is called.")
public record Ref(
    UUID id,
    @Schema(examples = "DigitalPlace") String name,
    @Schema(description = "Clusters only.", examples = "digital-place") String slug) {}
