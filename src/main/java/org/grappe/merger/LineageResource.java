package org.grappe.merger;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.format.Rendered;
import org.grappe.format.Rendering;
import org.grappe.query.PreferredType;
import org.grappe.value.Digest;

/** {@code /clusters/{cluster}/lineage}. */
@Path("/api/v1/clusters/{cluster}/lineage")
@Tag(name = "Clusters")
class LineageResource {
  private static final List<MediaType> TYPES =
      Stream.of(MediaType.APPLICATION_JSON, LineageFormats.MERMAID, LineageFormats.JSON_LD)
          .map(MediaType::valueOf)
          .toList();
  private final Lineages lineages;
  private final Rendering rendering;

  LineageResource(Lineages lineages, Rendering rendering) {
    this.lineages = lineages;
    this.rendering = rendering;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, LineageFormats.MERMAID, LineageFormats.JSON_LD})
  @Operation(
      summary = "Read a cluster's lineage",
      description =
          """
          The whole family, predecessors and successors to any depth, as clusters and the mergers
          that have taken effect by the day. `text/vnd.mermaid` draws it, `application/ld+json`
          tells it in the W3C's Organization Ontology.\
          """)
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Lineage.class)),
        @Content(mediaType = LineageFormats.MERMAID, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = LineageFormats.JSON_LD, schema = @Schema(type = SchemaType.OBJECT))
      })
  public Response readClusterLineage(
      @PathParam("cluster") String cluster,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt,
      @Context HttpHeaders headers) {
    Lineage family = lineages.of(cluster, on, knownAt);
    return Response.ok(
            switch (PreferredType.of(headers.getAcceptableMediaTypes(), TYPES).toString()) {
              case LineageFormats.MERMAID ->
                  as(LineageFormats.MERMAID, bytes(LineageFormats.mermaid(family)));
              case LineageFormats.JSON_LD ->
                  as(
                      LineageFormats.JSON_LD,
                      rendering.of(LineageFormats.linkedData(family)).bytes());
              default -> rendering.of(family);
            })
        .build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Rendered as(String type, byte[] bytes) {
    return new Rendered(bytes, "\"" + Digest.shortHash(bytes) + "\"", type);
  }
}
