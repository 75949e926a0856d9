package org.grappe.caller;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request, as the log and the history name it.
 *
 * @param id which is in the log and in the header {@code X-Request-Id} of the answer too
 * @param path without the query, which may hold names of people
 */
@Schema(name = "RequestTrace", description = "The request that wrote, as the log knows it too.")
public record Trace(
    @Schema(
            description = "As in the answer's `X-Request-Id`.",
            examples = "0198a5c2-7f1e-7a3c-8d52-3b1f0c6e9a47")
        String id,
    @Schema(description = "Its method.", examples = "PATCH") String method,
    @Schema(description = "Its path.", examples = "/api/v1/clusters/digital-place") String path) {}
