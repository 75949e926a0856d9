package org.grappe.figure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.PartialDate;
import org.grappe.value.Qualifier;

/** A figure as it is answered. */
@Schema(name = "Figure", description = "A number reported about a sector, clusters or events.")
record FigureView(
    UUID id,
    SubjectView subject,
    @Schema(description = "For an event or a rank, whom it counts or ranks.") SubjectView of,
    @Schema(description = "Another subject: the value is then a ratio.") SubjectView comparedTo,
    Figure.Metric metric,
    BigDecimal value,
    String unit,
    PartialDate asOf,
    Qualifier qualifier,
    Figure.Nature nature,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {}
