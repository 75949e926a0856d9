package org.grappe.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.grappe.format.Rendering;

/**
 * {@code /q/info}: which version answers, and of which commit it was made, in the form of {@code
 * quarkus-info}, which would tell it on the management port alone.
 */
@Path("/q/info")
class InfoResource {
  private final Map<String, Object> info;
  private final Rendering rendering;

  InfoResource(Rendering rendering) {
    this.rendering = rendering;
    Properties build = new Properties();
    try (InputStream stream = InfoResource.class.getResourceAsStream("/build.properties")) {
      build.load(stream);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
    info =
        Map.of(
            "build", Map.of("name", "Grappe", "version", build.getProperty("version")),
            "git", Map.of("commit", Map.of("id", build.getProperty("commit"))));
  }

  /** The commit is {@code unknown} where the build knew none. */
  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response info() {
    return Response.ok(rendering.of(info).bytes())
        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
        .build();
  }
}
