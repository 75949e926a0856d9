package org.grappe.merger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.Ref;

/** A ballot as it is answered. */
@Schema(
    name = "Ballot",
    description = "What a party's general assembly decides of a merger or division.")
record BallotView(
    UUID id,
    @JsonIgnore UUID about,
    @Schema(description = "Whose assembly votes.") Ref party,
    @Schema(description = "Whether it decides of the merger; else it decides nothing.")
        boolean onMerger,
    @Schema(description = "The assembly, where it is an event of the registry.") Ref event,
    Assembly assembly,
    List<String> subjects,
    Integer entitled,
    Integer quorum,
    Integer votesFor,
    Integer votesAgainst,
    Integer abstentions,
    Ballot.Decision decision,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {}
