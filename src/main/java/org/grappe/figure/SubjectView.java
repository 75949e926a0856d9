package org.grappe.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.Nested;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** What a figure is about, as it is answered. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "FigureSubject", description = "What a figure is about.")
record SubjectView(
    RegionRef region,
    @Schema(examples = "digital") String sector,
    Ref cluster,
    @Schema(description = "Several clusters counted together.") List<Ref> clusters,
    @Schema(description = "The merger, called by its parties.") Ref merger,
    Ref event)
    implements Nested {}
