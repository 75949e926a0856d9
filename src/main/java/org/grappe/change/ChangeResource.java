package org.grappe.change;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /changes}. */
@Path("/api/v1/changes")
@Tag(name = "Changes", description = "What has changed, and copies to begin with.")
class ChangeResource {
  private final ChangeParameters parameters;
  private final Following following;

  ChangeResource(ChangeParameters parameters, Following following) {
    this.parameters = parameters;
    this.following = following;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, ChangeFormats.EVENTS})
  @Operation(
      summary = "Follow what changes",
      description =
          """
          What has changed behind the place that `after` names, in an order in which nothing is ever
          missed: all that was written, deleted or taken out and that the caller may read, before or
          after. A record comes once in a page, as it is after its last change there. What one act
          wrote is in one page, up to 1,000 records; a longer one comes in pages of 1,000, and its
          last item has `actEnd`. Load `/export` first, and begin at the place that its `Link`
          names. Status that only the calendar changes is no change: it follows from the dates.

          `Accept: text/event-stream` goes on as long as the connection: each item is an event
          whose `id` is its cursor, `Last-Event-ID` goes on after it, and every 15 seconds a comment
          tells the place. A cursor of another server, or of what was lost, is 410 `cursor-gone`.\
          """)
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Changes.class)),
        @Content(mediaType = ChangeFormats.EVENTS, schema = @Schema(type = SchemaType.STRING))
      })
  public Object followChanges(
      @Parameter(
              description =
                  "The place to go on from; from the beginning if left out. `now` answers the place"
                      + " behind all that there is.",
              example = "now")
          @QueryParam("after")
          String after,
      @Parameter(
              description = "The types of records; several are set apart by commas.",
              example = "[\"MEMBERSHIP\", \"CLUSTER\"]")
          @QueryParam("types")
          List<String> types,
      @Parameter(
              description =
                  "Only what belonged to this cluster before or after the change, by slug or id.",
              example = "digital-place")
          @QueryParam("cluster")
          String cluster,
      @Parameter(
              description =
                  "Only what belonged to this region, or to a cluster of it. A code is one to three"
                      + " digits or letters.",
              example = "76")
          @QueryParam("region")
          String region,
      @Parameter(
              description = "So many items end a page; more than 200 is taken as 200.",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1"),
              example = "50")
          @QueryParam("limit")
          String limit,
      @Parameter(
              description =
                  "So many seconds are waited for the first item; more than 30 is taken as 30.",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0", minimum = "0"),
              example = "0")
          @QueryParam("wait")
          String wait,
      @Parameter(
              description = "`record`: each item has what is stored of its record.",
              example = "record")
          @QueryParam("embed")
          String embed,
      @Parameter(hidden = true) @HeaderParam("Last-Event-ID") String lastEvent,
      @Context HttpServerRequest request,
      @Context HttpHeaders headers) {
    ChangeQuery query = parameters.read(types, cluster, region, limit, embed);
    int seconds = parameters.seconds(wait);
    boolean isStream =
        headers.getAcceptableMediaTypes().stream()
            .anyMatch(
                type ->
                    type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE) && !type.isWildcardType());
    return isStream
        ? following.stream(query, lastEvent == null ? after : lastEvent)
        : following.page(query, after, seconds, request);
  }
}
