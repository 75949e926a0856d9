package org.grappe.organisation;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.period.Transition;
import org.grappe.value.Label;
import org.grappe.value.LegalIds;
import org.grappe.value.Reason;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Siren;
import org.grappe.value.Siret;
import org.grappe.value.Statement;
import org.grappe.value.Violations;
import org.grappe.value.WebAddress;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An organisation as a request writes it.
 *
 * @param siren its number at INSEE; given by the SIRET where absent
 */
@Embeddable
@RecordBuilder
@Schema(name = "NewOrganisation", description = "An organisation as a request writes it.")
record OrganisationContent(
    @NotBlank @Size(max = 200) @Schema(examples = "AwoX") String name,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> otherNames,
    @NotNull @Enumerated(EnumType.STRING) Organisation.Kind kind,
    @Size(max = 50) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Label> labels,
    @Siren @Schema(pattern = Siren.SHAPE, examples = "356000000") String siren,
    @Siret @Schema(pattern = Siret.SHAPE, examples = "35600000000048") String siret,
    @Pattern(regexp = LegalIds.RNA, message = "{rna}") @Schema(examples = "W343012345") String rna,
    @Size(max = 200) @Schema(examples = "SAS") String legalForm,
    @Size(max = 200) String city,
    @References(table = "regions", by = "code") @Schema(examples = "76") String region,
    @WebAddress @Size(max = 2000) String website,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
    @Size(max = 4000) String remarks)
    implements SelfValidating, OrganisationContentBuilder.With {

  OrganisationContent {
    siren = LegalIds.siren(siren, siret);
  }

  @Override
  public void check(String at, Violations violations) {
    LegalIds.check(siren, siret, violations);
  }

  /** What holds for a time, by field. */
  Map<String, String> values() {
    return Transition.values(
        "name",
        name,
        "legalForm",
        legalForm,
        "city",
        city,
        "region",
        region,
        "siren",
        siren,
        "siret",
        siret);
  }

  OrganisationContent with(Reason why) {
    return with(
        body -> body.sources(why.sourcesAddedTo(sources)).statements(why.addedTo(statements)));
  }

  OrganisationContent withValues(Map<String, String> values) {
    return with(
        body ->
            body.name(values.get("name"))
                .legalForm(values.get("legalForm"))
                .city(values.get("city"))
                .region(values.get("region"))
                .siren(values.get("siren"))
                .siret(values.get("siret")));
  }
}
