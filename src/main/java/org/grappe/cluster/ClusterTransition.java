package org.grappe.cluster;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.period.Transition;
import org.grappe.value.GivenUp;
import org.grappe.value.PartialDate;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/**
 * A change of a cluster in the world.
 *
 * @param on from which day, its first possible one where it is partial; today where absent
 * @param nameProvisional whether the name is a working name; where absent, a new name is none
 * @param reason why, kept with the period
 * @param givenUp what it has no more from then on
 */
@Schema(
    name = "ClusterTransition",
    description =
        "A change of a cluster in the world: the new values, from a day on. null gives a field up: it has"
            + " none from then on.")
record ClusterTransition(
    PartialDate on,
    @Size(max = 200) @Schema(examples = "DigitalPlace") String name,
    Boolean nameProvisional,
    @Size(max = 50) String acronym,
    @Size(max = 200) @Schema(examples = "association") String legalForm,
    @Size(max = 200) String city,
    @References(table = "regions", by = "code") @Schema(examples = "76") String region,
    @Size(max = 4000) String reason,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @GivenUp @JsonIgnore Set<String> givenUp)
    implements SelfValidating {

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(name != null && name.isBlank(), at + "/name", "field.blank");
    violations.addIf(givenUp.contains("name"), at + "/name", "field.missing");
    violations.addIf(givenUp.contains("region"), at + "/region", "field.missing");
  }

  Transition from(LocalDate today) {
    return from(on == null ? PartialDate.of(today) : on);
  }

  /** A name that is said to be no working name is none from then on. */
  private Set<String> allGivenUp() {
    Set<String> all = new HashSet<>(givenUp);
    if (Boolean.FALSE.equals(nameProvisional)) {
      all.add("nameProvisional");
    }
    return all;
  }

  Transition from(PartialDate day) {
    return new Transition(
        day,
        Transition.values(
            "name",
            name,
            "nameProvisional",
            Boolean.TRUE.equals(nameProvisional) ? "true" : null,
            "acronym",
            acronym,
            "legalForm",
            legalForm,
            "city",
            city,
            "region",
            region),
        allGivenUp(),
        reason,
        sources);
  }
}
