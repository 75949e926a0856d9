package org.grappe.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.body.Shorthand;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/** Who hosts an event: exactly one of a cluster and another organisation. */
@Shorthand("cluster")
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "NewEventHost",
    description =
        "Who hosts an event: exactly one of `cluster` and `organisation`. A plain text is a cluster.")
public record Host(
    @References(table = "clusters", by = "slug") @Schema(examples = "digital-place") UUID cluster,
    @References(table = "organisations") UUID organisation)
    implements SelfValidating {

  @Override
  public void check(String at, Violations violations) {
    violations.addIf((cluster == null) == (organisation == null), at, "host.one");
  }
}
