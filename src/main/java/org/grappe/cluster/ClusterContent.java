package org.grappe.cluster;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.period.Transition;
import org.grappe.value.DateOrder;
import org.grappe.value.Label;
import org.grappe.value.LegalIds;
import org.grappe.value.PartialDate;
import org.grappe.value.Reason;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Siren;
import org.grappe.value.Siret;
import org.grappe.value.Slugs;
import org.grappe.value.Statement;
import org.grappe.value.Violations;
import org.grappe.value.WebAddress;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A cluster as a request writes it.
 *
 * @param slug what it has or had never comes free, and leads to it
 * @param organisation the one that it is, whose numbers it has instead of its own
 * @param nameProvisional whether the name is a working name, the true one not being known yet
 */
@Embeddable
@RecordBuilder
@Schema(name = "NewCluster", description = "A cluster as a request writes it.")
record ClusterContent(
    @NotNull
        @Pattern(regexp = Slugs.SHAPE, message = "{slug}")
        @Schema(
            pattern = Slugs.WORDS,
            minLength = 2,
            maxLength = Slugs.LONGEST,
            examples = "digital-place")
        String slug,
    @NotBlank @Size(max = 200) @Schema(examples = "DigitalPlace") String name,
    boolean nameProvisional,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> otherNames,
    @Size(max = 50) String acronym,
    @Size(max = 400) String speciality,
    @Size(max = 4000) String description,
    @NotNull @References(table = "regions", by = "code") @Schema(examples = "73") String region,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> territories,
    @Size(max = 50) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Label> labels,
    @Size(max = 200) String city,
    @WebAddress @Size(max = 2000) String website,
    @Size(max = 200) @Schema(examples = "association") String legalForm,
    @Siren @Schema(pattern = Siren.SHAPE) String siren,
    @Siret @Schema(pattern = Siret.SHAPE) String siret,
    @Pattern(regexp = LegalIds.RNA, message = "{rna}") String rna,
    @References(table = "organisations") UUID organisation,
    PartialDate announcedOn,
    PartialDate foundedOn,
    PartialDate launchedOn,
    PartialDate dissolvedOn,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
    @Size(max = 4000) String remarks)
    implements SelfValidating, ClusterContentBuilder.With {

  ClusterContent {
    siren = LegalIds.siren(siren, siret);
  }

  @Override
  public void check(String at, Violations violations) {
    LegalIds.check(siren, siret, violations);
    violations.addIf(slug != null && Slugs.id(slug).isPresent(), "/slug", "slug");
    DateOrder.check(announcedOn, foundedOn, "/announcedOn", "/foundedOn", violations);
    DateOrder.check(announcedOn, dissolvedOn, "/announcedOn", "/dissolvedOn", violations);
    DateOrder.check(foundedOn, dissolvedOn, "/foundedOn", "/dissolvedOn", violations);
  }

  /** With these numbers of its own, in their order {@link Identity#NUMBERS}. */
  ClusterContent withNumbers(List<Optional<String>> numbers) {
    return with(
        cluster ->
            cluster
                .siren(numbers.get(0).orElse(null))
                .siret(numbers.get(1).orElse(null))
                .rna(numbers.get(2).orElse(null)));
  }

  /** What holds for a time, by field. */
  Map<String, String> values() {
    return Transition.values(
        "name",
        name,
        "nameProvisional",
        nameProvisional ? "true" : null,
        "acronym",
        acronym,
        "legalForm",
        legalForm,
        "city",
        city,
        "region",
        region);
  }

  ClusterContent withValues(Map<String, String> values) {
    return with(
        cluster ->
            cluster
                .name(values.get("name"))
                .nameProvisional("true".equals(values.get("nameProvisional")))
                .acronym(values.get("acronym"))
                .legalForm(values.get("legalForm"))
                .city(values.get("city"))
                .region(values.get("region")));
  }

  ClusterContent withDissolution(PartialDate on, Reason why) {
    return with(
        cluster ->
            cluster
                .dissolvedOn(on)
                .sources(why.sourcesAddedTo(sources))
                .statements(why.addedTo(statements)));
  }
}
