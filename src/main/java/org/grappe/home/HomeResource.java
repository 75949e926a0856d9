package org.grappe.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.grappe.format.Rendering;
import org.grappe.http.Formats;
import org.grappe.http.PublicAddress;

/** {@code /}: a page for who asks for one, and where to go on for every other program. */
@Path("/")
class HomeResource {
  private static final String HOUR = "public, max-age=3600";
  private final HomePage page;
  private final PublicAddress address;
  private final Rendering rendering;

  HomeResource(HomePage page, PublicAddress address, Rendering rendering) {
    this.page = page;
    this.address = address;
    this.rendering = rendering;
  }

  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response home() {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("name", "Grappe");
    links.put("description", "The system of record of business networks, as of any day.");
    links.put("api", "/api/v1");
    links.put("openapi", "/openapi");
    links.put("documentation", "/docs/");
    links.put("catalog", WellKnownResource.CATALOG);
    links.put("licence", "https://www.apache.org/licenses/LICENSE-2.0");
    links.put("dataLicence", Formats.DATA_LICENCE);
    return with(rendering.of(links).bytes()).build();
  }

  @GET
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response homePage() {
    return with(page.at(address.base())).build();
  }

  private static Response.ResponseBuilder with(Object body) {
    return Response.ok(body)
        .header(HttpHeaders.CACHE_CONTROL, HOUR)
        .header(HttpHeaders.VARY, "Accept, Accept-Encoding")
        .header(HttpHeaders.LINK, WellKnownResource.LINK);
  }
}
