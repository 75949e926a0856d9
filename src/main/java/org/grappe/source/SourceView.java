package org.grappe.source;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.shared.PartialDate;
import org.grappe.shared.read.SourceRef;
import org.grappe.shared.read.StatementView;
import org.grappe.shared.read.View;

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
