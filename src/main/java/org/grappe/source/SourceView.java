package org.grappe.source;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.PartialDate;

/** A source as it is answered. */
@Schema(name = "Source", description = "Where a statement comes from.")
record SourceView(
    UUID id,
    String publisher,
    Source.Kind kind,
    String title,
    String author,
    PartialDate publishedOn,
    String url,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {}
