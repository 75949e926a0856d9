package org.grappe.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.period.Period;
import org.grappe.period.Transition;
import org.grappe.value.LegalIds;
import org.grappe.value.PartialDate;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Siren;
import org.grappe.value.Siret;
import org.grappe.value.Violations;

/** A period of an organisation as a request puts it right. */
@Schema(
    name = "ChangedOrganisationPeriod",
    description =
        "A period of an organisation, put right: only what is given. A value that is as it was"
            + " before the period is no change any more; null ends one.")
record OrganisationPeriodContent(
    PartialDate from,
    @NotBlank @Size(max = 200) String name,
    @Size(max = 200) String legalForm,
    @Size(max = 200) String city,
    @References(table = "regions", by = "code") String region,
    @Siren @Schema(pattern = Siren.SHAPE) String siren,
    @Siret @Schema(pattern = Siret.SHAPE) String siret,
    @Size(max = 4000) String reason,
    @Size(max = 500) @References(table = "sources") List<UUID> sources)
    implements SelfValidating {

  OrganisationPeriodContent {
    siren = LegalIds.siren(siren, siret);
  }

  static OrganisationPeriodContent of(Period period) {
    return new OrganisationPeriodContent(
        period.from(),
        period.name(),
        period.legalForm(),
        period.city(),
        period.region(),
        period.siren(),
        period.siret(),
        period.reason(),
        period.sources());
  }

  @Override
  public void check(String at, Violations violations) {
    LegalIds.check(siren, siret, violations);
  }

  Transition right() {
    return new OrganisationTransition(
            from, name, legalForm, city, region, siren, siret, reason, sources, Set.of())
        .from(from);
  }
}
