package org.grappe.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one record. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Change",
    description =
        "What became of one record. One that is there no longer, or no longer for this caller, is"
            + " told with `cursor`, `act`, `type`, `id`, `action`, `reason` and `at` alone.")
public record Change(
    @Schema(description = "The place behind this item, to go on from.") String cursor,
    @Schema(description = "What was written at once has the same.") UUID act,
    @Schema(
            description =
                "What kind of record it is: `CLUSTER`, `ORGANISATION`, `MEMBERSHIP`, `SUBSIDY_LINE`"
                    + " and so on.",
            examples = "MEMBERSHIP")
        String type,
    @Schema(description = "The record.") UUID id,
    @Schema(description = "Its slug, where it has one.", examples = "digital-place") String slug,
    @Schema(description = "The one cluster that it belongs to.") Other cluster,
    @Schema(description = "The record's version, which only grows.", examples = "3") Long version,
    @Schema(description = "What to do with a copy of the record.") Action action,
    @Schema(description = "Why it is to be removed.") Reason reason,
    @Schema(
            description =
                "Where a person's name was taken out: drop what you have of the record, and read it"
                    + " again.",
            examples = "true")
        Boolean erased,
    @Schema(description = "The last item of an act that came in several pages.", examples = "true")
        Boolean actEnd,
    @Schema(
            description = "The members that changed; of a new record all that it has.",
            examples = "[\"until\", \"endReason\"]")
        List<String> fields,
    @Schema(description = "The instant of the act.") Instant at,
    @Schema(description = "Where to read the record.", examples = "/api/v1/memberships/…")
        String url,
    @Schema(
            implementation = Map.class,
            description =
                "With `embed=record`, what is stored of the record now, as the copy has it; absent"
                    + " where it has gone since.")
        JsonNode record) {

  /** What a copy of a record needs. */
  @Schema(name = "ChangeAction", description = "What to do with a copy of a record.")
  public enum Action {
    UPSERTED,
    DELETED
  }

  /** Why a record is there no longer. */
  @Schema(name = "ChangeReason", description = "Why a record is to be removed from a copy.")
  public enum Reason {
    DELETED,
    NO_LONGER_VISIBLE
  }

  /** A record that another belongs to. */
  @Schema(name = "ChangeCluster", description = "A cluster that a record belongs to.")
  public record Other(@Schema(description = "The cluster.") UUID id) {}
}
