package org.grappe.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1}: where everything begins. */
@Path(IndexResource.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Index", description = "What there is.")
class IndexResource {
  static final String ROOT = "/api/v1";
  private final Routes routes;

  IndexResource(Routes routes) {
    this.routes = routes;
  }

  /**
   * A collection.
   *
   * @param name what it is called
   * @param href where it is
   */
  @Schema(name = "CollectionLink", description = "A collection and its address.")
  record Link(
      @Schema(examples = "clusters") String name,
      @Schema(examples = "/api/v1/clusters") String href) {}

  /**
   * What there is.
   *
   * @param openapi the address of the description of it all
   */
  @Schema(name = "CollectionIndex", description = "The collections of the registry.")
  record Index(List<Link> collections, @Schema(examples = "/openapi") String openapi) {}

  @GET
  @PermitAll
  @Operation(summary = "Read the index", description = "Names the collections, with links.")
  public Index readIndex() {
    return new Index(
        routes.all().stream()
            .map(Route::template)
            .filter(path -> path.matches(ROOT + "/[a-z-]+"))
            .distinct()
            .sorted()
            .map(path -> new Link(path.substring(ROOT.length() + 1), path))
            .toList(),
        "/openapi");
  }
}
