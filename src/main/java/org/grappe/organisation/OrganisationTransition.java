package org.grappe.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.period.Transition;
import org.grappe.value.GivenUp;
import org.grappe.value.LegalIds;
import org.grappe.value.PartialDate;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Siren;
import org.grappe.value.Siret;
import org.grappe.value.Violations;

/**
 * A change of an organisation in the world.
 *
 * @param on from which day, its first possible one where it is partial; today where absent
 * @param siren given by the SIRET where there was none
 * @param siret without one, a new SIREN has none
 * @param reason why, kept with the period
 * @param givenUp what it has no more from then on
 */
@Schema(
    name = "OrganisationTransition",
    description =
        "A change of an organisation in the world: the new values, from a day on. null gives a field up: it has"
            + " none from then on.")
record OrganisationTransition(
    PartialDate on,
    @Size(max = 200) @Schema(examples = "AwoX") String name,
    @Size(max = 200) @Schema(examples = "SAS") String legalForm,
    @Size(max = 200) String city,
    @References(table = "regions", by = "code") @Schema(examples = "76") String region,
    @Siren @Schema(pattern = Siren.SHAPE, examples = "356000000") String siren,
    @Siret @Schema(pattern = Siret.SHAPE, examples = "35600000000048") String siret,
    @Size(max = 4000) String reason,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @GivenUp @JsonIgnore Set<String> givenUp)
    implements SelfValidating {

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(name != null && name.isBlank(), at + "/name", "field.blank");
    violations.addIf(givenUp.contains("name"), at + "/name", "field.missing");
    LegalIds.check(siren, siret, violations);
  }

  /**
   * Checks that a SIRET is of the SIREN that there was then, unless the transition names another.
   */
  void checkSiret(String sirenUntilThen, Violations violations) {
    if (siren == null) {
      LegalIds.check(sirenUntilThen, siret, violations);
    }
  }

  Transition from(LocalDate today) {
    return from(on == null ? PartialDate.of(today) : on);
  }

  Transition from(PartialDate day) {
    return new Transition(
        day,
        Transition.values(
            "name",
            name,
            "legalForm",
            legalForm,
            "city",
            city,
            "region",
            region,
            "siren",
            LegalIds.siren(siren, siret),
            "siret",
            siret),
        givenUp,
        reason,
        sources);
  }
}
