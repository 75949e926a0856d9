package org.grappe.region;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.http.Formats;
import org.grappe.query.Page;

/** {@code /regions}. */
@Path("/api/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Regions", description = "INSEE's regions, before and after the reform of 2016.")
class RegionResource {
  private final Regions regions;

  RegionResource(Regions regions) {
    this.regions = regions;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(
      summary = "List regions",
      description = "All regions, old and new; with `on`, those that existed on that day.")
  public Page<RegionView> listRegions() {
    return regions.page();
  }

  @GET
  @Path("{code}")
  @PermitAll
  @Operation(
      summary = "Read a region",
      description = "A region on any day: `from` and `until` say when it existed.")
  public RegionView readRegion(
      @PathParam("code") String code,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return regions.required(code, on, knownAt);
  }
}
