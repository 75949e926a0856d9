package org.grappe.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.caller.Caller;
import org.grappe.caller.Trace;
import org.grappe.query.View;

/** One write of a record, as it is answered. */
@Schema(name = "HistoryEntry", description = "One write of a record: who, when, and what changed.")
public record HistoryView(
    @JsonIgnore UUID id,
    @Schema(description = "When it was written.") Instant at,
    @Schema(description = "Who wrote it.") Caller.Author by,
    @Schema(description = "From which request; absent for what the service itself wrote.")
        Trace request,
    @Schema(description = "What was done.") Action action,
    @Schema(description = "The fields that changed.") List<Change> changes,
    @JsonIgnore long version)
    implements View {

  /** What a write does. */
  @Schema(name = "HistoryAction")
  public enum Action {
    CREATED,
    CHANGED,
    DELETED,
    ERASED
  }

  /**
   * One field before and after a write, as a request would write it.
   *
   * @param pointer a JSON pointer (RFC 6901)
   * @param before absent where the field was not known
   * @param after absent where it no longer is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "HistoryChange", description = "One field before and after a write.")
  public record Change(
      @Schema(description = "The field.", examples = "/city") String pointer,
      @Schema(description = "Its value before; absent where there was none.") Object before,
      @Schema(description = "Its value after; absent where there is none.") Object after) {}
}
