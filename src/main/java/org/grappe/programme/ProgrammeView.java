package org.grappe.programme;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;

/** A programme as it is answered. */
@Schema(
    name = "Programme",
    description = "An action with participants in waves, or a roadmap with priorities.")
record ProgrammeView(
    UUID id,
    String name,
    String kind,
    List<Ref> leads,
    String city,
    String purpose,
    Integer companies,
    PartialDate from,
    PartialDate until,
    List<Joined> waves,
    List<String> priorities,
    List<String> actions,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {

  /** A wave and those who take part in it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ProgrammeWave", description = "Those who take part at the same time.")
  record Joined(Integer number, PartialDate from, PartialDate until, List<Ref> participants) {}
}
