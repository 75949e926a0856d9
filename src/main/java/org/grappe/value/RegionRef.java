package org.grappe.value;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A region that a record refers to, as it is answered.
 *
 * @param code its code at INSEE
 * @param name what it is called
 */
@Schema(name = "RegionReference", description = "A region referred to: its INSEE code and name.")
public record RegionRef(
    @Schema(examples = "76") String code, @Schema(examples = "Occitanie") String name) {}
