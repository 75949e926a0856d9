package org.grappe.merger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.View;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;

/** What was done with a merger, and when; it has the version of its merger. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MergerStep", description = "What was done with a merger, and when.")
record MergerStepView(
    @Schema(
            description =
                "Given by the service; that of the announcement, which is told by the merger's"
                    + " `announcedOn`, is the merger's.")
        UUID id,
    MergerStep.Kind kind,
    PartialDate on,
    PartialDate plannedFor,
    String reason,
    List<Ref> sources,
    @JsonIgnore long version)
    implements View {}
