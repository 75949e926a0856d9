package org.grappe.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /robots.txt} (RFC 9309): the pages may be found, the records are read in better ways. */
@Path("/robots.txt")
class RobotsResource {

  @GET
  @PermitAll
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String robots() {
    return """
        User-agent: *
        Allow: /$
        Allow: /docs/
        Disallow: /api/
        """;
  }
}
