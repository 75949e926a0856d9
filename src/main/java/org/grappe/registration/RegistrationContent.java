package org.grappe.registration;

import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Reason;
import org.grappe.value.References;
import org.grappe.value.Statement;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A registration as a request writes it.
 *
 * @param places how many it takes, or waits for
 * @param membership that of the organisation in the host or a partner, whose quota it takes from
 */
@Embeddable
@Schema(name = "NewRegistration", description = "A registration as a request writes it.")
record RegistrationContent(
    @NotNull @References(table = "organisations") UUID organisation,
    @NotNull @Min(1) Integer places,
    @References(table = "memberships") UUID membership,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
    @Size(max = 4000) String remarks) {

  RegistrationContent with(Reason why) {
    return new RegistrationContent(
        organisation,
        places,
        membership,
        why.sourcesAddedTo(sources),
        why.addedTo(statements),
        remarks);
  }
}
