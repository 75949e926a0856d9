package org.grappe.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** A period of an organisation as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrganisationPeriod", description = "What an organisation was for a time.")
record OrganisationPeriod(
    @Schema(description = "The organisation's own for the first.") UUID id,
    @Schema(description = "When it began; absent of the first.") PartialDate from,
    @Schema(description = "When the next began; absent of the last.") PartialDate until,
    String name,
    String legalForm,
    String city,
    RegionRef region,
    String siren,
    String siret,
    @Schema(description = "The fields that changed as it began.") List<String> changed,
    @Schema(description = "Why it changed.") String reason,
    @Schema(description = "The sources of the change.") List<Ref> sources) {

  static OrganisationPeriod only(
      UUID id,
      String name,
      String legalForm,
      String city,
      RegionRef region,
      String siren,
      String siret) {
    return new OrganisationPeriod(
        id, null, null, name, legalForm, city, region, siren, siret, List.of(), null, List.of());
  }
}
