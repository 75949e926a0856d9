package org.grappe.organisation;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.period.Period;
import org.grappe.period.Timeline;
import org.grappe.period.Transition;
import org.grappe.record.StoredRecord;
import org.grappe.value.Label;
import org.grappe.value.LegalIds;
import org.grappe.value.PartialDate;
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

/** A legal body: a company, a funder, a public authority, a network. */
@Entity
@Table(name = "organisations")
class Organisation extends StoredRecord<Organisation.Content> {
  @Embedded private Content content;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Period> periods = List.of();

  @Embedded private Followed followed;

  /** Which organisation it became, from which day and how. */
  @Embeddable
  record Followed(
      UUID followedBy,
      PartialDate followedOn,
      @Enumerated(EnumType.STRING) SuccessionKind followedAs) {}

  /** What kind of body it is. */
  @Schema(name = "OrganisationKind")
  enum Kind {
    COMPANY,
    ASSOCIATION,
    PUBLIC_BODY,
    EUROPEAN_INSTITUTION,
    NETWORK
  }

  /**
   * An organisation as a request writes it.
   *
   * @param siren its number at INSEE; given by the SIRET where absent
   */
  @Embeddable
  @RecordBuilder
  @Schema(name = "NewOrganisation", description = "An organisation as a request writes it.")
  record Content(
      @NotBlank @Size(max = 200) @Schema(examples = "AwoX") String name,
      @Size(max = 50) List<@NotBlank @Size(max = 200) String> otherNames,
      @NotNull @Enumerated(EnumType.STRING) Kind kind,
      @Size(max = 50) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Label> labels,
      @Siren @Schema(pattern = Siren.SHAPE, examples = "356000000") String siren,
      @Siret @Schema(pattern = Siret.SHAPE, examples = "35600000000048") String siret,
      @Pattern(regexp = LegalIds.RNA, message = "{rna}") @Schema(examples = "W343012345")
          String rna,
      @Size(max = 200) @Schema(examples = "SAS") String legalForm,
      @Size(max = 200) String city,
      @References(table = "regions", by = "code") @Schema(examples = "76") String region,
      @WebAddress @Size(max = 2000) String website,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks)
      implements SelfValidating, OrganisationContentBuilder.With {

    Content {
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

    private Content with(Reason why) {
      return with(
          body -> body.sources(why.sourcesAddedTo(sources)).statements(why.addedTo(statements)));
    }

    Content withValues(Map<String, String> values) {
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

  @Override
  public Content content() {
    return content;
  }

  Timeline timeline() {
    return Timeline.of(periods, id(), content.values());
  }

  /** What it is on a day. */
  Content on(LocalDate day) {
    return content.withValues(timeline().on(day));
  }

  /** Takes other periods; what its own fields are then, those of the first. */
  Content through(Timeline next) {
    periods = next.stored();
    return content.withValues(next.first());
  }

  /** What is stored of it where it is this on a day. */
  Content corrected(LocalDate day, Content next) {
    Timeline right = timeline().corrected(day, next.values());
    Numbers.check(right);
    periods = right.stored();
    return next.withValues(right.first());
  }

  /** What is written when it becomes another; the reason is kept as a statement. */
  Content followed(Followed next, String reason, List<UUID> sources) {
    if (followed != null) {
      throw new IllegalStateException("it has become another already");
    }
    followed = next;
    return content.with(new Reason("followedOn", next.followedOn(), reason, sources));
  }

  /** What is written when it turns out that it has not. */
  Content goesOn(PartialDate on, String reason, List<UUID> sources) {
    return content.with(new Reason("followedOn", on, reason, sources));
  }

  @Override
  protected void write(Content next) {
    content = next;
  }
}
