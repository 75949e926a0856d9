package org.grappe.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.grappe.format.Rendering;
import org.grappe.http.Formats;

/** {@code /catalog}: what there is to take, for portals of open data. */
@Path("/catalog")
class CatalogueResource {
  private final Catalogue catalogue;
  private final Rendering rendering;

  CatalogueResource(Catalogue catalogue, Rendering rendering) {
    this.catalogue = catalogue;
    this.rendering = rendering;
  }

  @GET
  @PermitAll
  @Produces(Formats.JSON_LD)
  @Operation(hidden = true)
  public Response json() {
    return with(rendering.of(JsonLd.of(catalogue.now())).bytes());
  }

  @GET
  @PermitAll
  @Produces(Formats.TURTLE)
  @Operation(hidden = true)
  public Response turtle() {
    return with(Turtle.of(catalogue.now()));
  }

  private static Response with(Object body) {
    return Response.ok(body)
        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
        .header(HttpHeaders.VARY, "Accept, Accept-Encoding")
        .header(HttpHeaders.LINK, "<" + Formats.DATA_LICENCE + ">; rel=\"license\"")
        .build();
  }
}
