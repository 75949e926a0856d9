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

/** {@code /colleges}, across clusters. */
@Path("/api/v1/colleges")
@Tag(name = "Colleges")
class AllCollegesResource {
  private final Colleges colleges;

  AllCollegesResource(Colleges colleges) {
    this.colleges = colleges;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(
      summary = "List colleges everywhere",
      description = "The trade groups of all clusters that there are on a day.")
  public Page<CollegeView> listColleges() {
    return colleges.page();
  }
}
