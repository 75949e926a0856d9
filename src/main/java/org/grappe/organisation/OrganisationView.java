package org.grappe.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.Label;
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
    String city,
    RegionRef region,
    String website,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {}
