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

/** {@code /offices}, across clusters. */
@Path("/api/v1/offices")
@Tag(name = "Offices")
class AllOfficesResource {
  private final Offices offices;

  AllOfficesResource(Offices offices) {
    this.offices = offices;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(
      summary = "List offices everywhere",
      description = "The places of all clusters: what is planned or open on a day.")
  public Page<OfficeView> listOffices() {
    return offices.page();
  }
}
