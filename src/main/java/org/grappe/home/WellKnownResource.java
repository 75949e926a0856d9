package org.grappe.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.grappe.config.GrappeConfig;
import org.grappe.config.Today;
import org.grappe.format.Rendering;
import org.grappe.http.Formats;
import org.grappe.http.PublicAddress;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** {@code /.well-known} (RFC 8615): where programs look that know no more than the host. */
@Path("/.well-known")
class WellKnownResource {
  static final String CATALOG = "/.well-known/api-catalog";

  /** What leads to the catalogue from everywhere else (RFC 9727, 3). */
  static final String LINK = "<" + CATALOG + ">; rel=\"api-catalog\"";

  private static final String SECURITY = "/.well-known/security.txt";
  private static final String LINKSET = "application/linkset+json";
  private static final String PROFILE =
      "<https://www.rfc-editor.org/info/rfc9727>; rel=\"profile\"";

  /** So many days what is told of the contact holds; RFC 9116 advises less than a year. */
  private static final int VALID = 180;

  private final PublicAddress address;
  private final Rendering rendering;
  private final GrappeConfig config;
  private final Today today;

  WellKnownResource(PublicAddress address, Rendering rendering, GrappeConfig config, Today today) {
    this.address = address;
    this.rendering = rendering;
    this.config = config;
    this.today = today;
  }

  @GET
  @Path("/api-catalog")
  @PermitAll
  @Produces(LINKSET)
  @Operation(hidden = true)
  public Response catalog() {
    String base = address.base();
    Map<String, Object> item = Map.of("href", base + "/api/v1");
    Map<String, Object> catalog = Map.of("anchor", base + CATALOG, "item", List.of(item));
    Map<String, Object> api =
        Map.of(
            "anchor",
            base + "/api/v1",
            "service-desc",
            List.of(
                to(base + "/openapi", "application/yaml"),
                to(base + "/openapi?format=json", "application/json")),
            "service-doc",
            List.of(to(base + "/docs/", MediaType.TEXT_HTML)),
            "describedby",
            List.of(
                to(base + "/catalog", Formats.JSON_LD), to(base + "/catalog.ttl", Formats.TURTLE)));
    return Response.ok(rendering.of(Map.of("linkset", List.of(catalog, api))).bytes())
        .header(HttpHeaders.LINK, LINK)
        .header(HttpHeaders.LINK, PROFILE)
        .build();
  }

  private static Map<String, Object> to(String href, String type) {
    return Map.of("href", href, "type", type);
  }

  /** Whom to tell of a vulnerability (RFC 9116): nobody is named where none is configured. */
  @GET
  @Path("/security.txt")
  @PermitAll
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String security() {
    String contact =
        config
            .contact()
            .orElseThrow(() -> Problems.of(ProblemType.NOT_FOUND, "not-found.path", SECURITY));
    return """
        Contact: %s
        Expires: %s
        Preferred-Languages: fr, en
        Canonical: %s/.well-known/security.txt
        """
        .formatted(
            contact,
            today.day().plusDays(VALID).atStartOfDay(ZoneOffset.UTC).toInstant(),
            address.base());
  }
}
