package org.grappe.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.format.Linked;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.Label;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** An organisation as it is answered. */
@Schema(name = "Organisation", description = "A legal body.")
record OrganisationView(
    UUID id,
    String name,
    List<String> otherNames,
    Organisation.Kind kind,
    List<Label> labels,
    String siren,
    String siret,
    String rna,
    String legalForm,
    String city,
    RegionRef region,
    String website,
    @Schema(description = "What it was for a time, oldest first.") List<OrganisationPeriod> periods,
    @Schema(description = "The SIRENs that it had before that of the day, oldest first.")
        List<String> formerSirens,
    @Schema(description = "The organisation that it became.") Ref followedBy,
    @Schema(description = "From which day.") PartialDate followedOn,
    @Schema(description = "How it became that one.") SuccessionKind followedAs,
    @Schema(description = "The organisations that became this one.") List<Ref> continues,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View, Linked {

  /** One of which nothing ever changed has one period, in which it is what it is. */
  OrganisationView {
    if (periods.isEmpty()) {
      periods = List.of(OrganisationPeriod.only(id, name, legalForm, city, region, siren, siret));
    }
  }

  @Override
  @JsonIgnore
  @Schema(hidden = true)
  public Optional<String> link() {
    return Optional.ofNullable(followedBy)
        .map(next -> "</api/v1/organisations/" + next.id() + ">; rel=\"successor-version\"");
  }
}
