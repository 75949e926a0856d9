package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.body.Shorthand;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/** Who, or what, a line is for: exactly one of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Shorthand("cluster")
@Schema(
    name = "NewBeneficiary",
    description =
        "Who it is for: exactly one of `cluster`, `programme`, `organisation`, `sector`; a plain"
            + " string is a cluster.")
record Beneficiary(
    @References(table = "clusters", by = "slug") UUID cluster,
    @References(table = "programmes") UUID programme,
    @References(table = "organisations") UUID organisation,
    @Valid Sector sector)
    implements SelfValidating {

  /** The businesses of one trade in a region. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "NewSector", description = "The businesses of one trade in a region.")
  record Sector(
      @NotNull @References(table = "regions", by = "code") @Schema(examples = "91") String region,
      @NotBlank @Size(max = 100) @Schema(examples = "digital") String name) {}

  @Override
  public void check(String at, Violations violations) {
    long named =
        Stream.of(cluster, programme, organisation, sector).filter(Objects::nonNull).count();
    violations.addIf(named != 1, at, "subsidy.beneficiary");
  }
}
