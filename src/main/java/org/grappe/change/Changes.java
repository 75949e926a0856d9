package org.grappe.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of what has changed.
 *
 * @param more whether there is more already
 */
@Schema(
    name = "Changes",
    description =
        "What has changed since a place. `next` and `nextCursor` are always there and safe to keep;"
            + " `more` is false at the end.")
record Changes(
    List<Change> items,
    @Schema(description = "Where to go on.", examples = "/api/v1/changes?after=…") String next,
    @Schema(description = "The place behind this page, also where it has no items.")
        String nextCursor,
    @Schema(description = "Whether there is more already.", examples = "false") boolean more) {}
