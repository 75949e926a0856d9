package org.grappe.sharing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Reason;
import org.grappe.value.References;
import org.grappe.value.Statement;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A share as a request writes it.
 *
 * @param cluster with which cluster
 * @param on the day on which it is asked for; today where absent
 */
@Embeddable
@Schema(name = "NewShare", description = "A wish to share an event.")
record ShareContent(
    @NotNull @References(table = "clusters", by = "slug") UUID cluster,
    @Column(name = "requested_on") LocalDate on,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
    @Size(max = 4000) String remarks) {

  ShareContent asked(LocalDate day) {
    return new ShareContent(cluster, day, sources, statements, remarks);
  }

  ShareContent with(Reason why) {
    return new ShareContent(
        cluster, on, why.sourcesAddedTo(sources), why.addedTo(statements), remarks);
  }
}
