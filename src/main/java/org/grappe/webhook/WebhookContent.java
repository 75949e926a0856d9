package org.grappe.webhook;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.References;

/**
 * A webhook as a request writes it.
 *
 * @param types the kinds of records; all where there are none
 * @param clusters only what belongs to one of them, before or after a change; all where none
 */
@Embeddable
@Schema(name = "NewWebhook", description = "A webhook as a request writes it.")
record WebhookContent(
    @NotBlank @Size(max = 2000) @Schema(format = "uri", examples = "https://example.org/grappe")
        String address,
    @Size(max = 100) @Schema(examples = "[\"MEMBERSHIP\", \"CLUSTER\"]")
        List<@Size(max = 40) String> types,
    @Size(max = 100) @References(table = "clusters", by = "slug", deletable = true)
        List<UUID> clusters,
    @Size(max = 1000) String description) {}
