package org.grappe.cluster;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.http.Formats;
import org.grappe.query.Page;

/** {@code /mandates}, across clusters and other organisations. */
@Path("/api/v1/mandates")
@Tag(name = "Mandates")
class AllMandatesResource {
  private final Mandates mandates;

  AllMandatesResource(Mandates mandates) {
    this.mandates = mandates;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(
      summary = "List mandates everywhere",
      description = "Who holds which office on a day, in clusters and in other organisations.")
  public Page<MandateView> listMandates() {
    return mandates.page();
  }
}
