package org.grappe.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.config.Today;
import org.grappe.copy.Contents;
import org.grappe.http.Formats;
import org.grappe.query.ListReader;

/** {@code /export}. */
@Path("/api/v1/export")
@Tag(name = "Changes")
class ExportResource {
  private final RecordTypes types;
  private final ListReader reader;
  private final Today today;
  private final ObjectMapper mapper;

  ExportResource(RecordTypes types, ListReader reader, Today today, ObjectMapper mapper) {
    this.types = types;
    this.reader = reader;
    this.today = today;
    this.mapper = mapper;
  }

  @GET
  @PermitAll
  @Produces(Formats.NDJSON)
  @Operation(
      summary = "Copy the registry",
      description =
          """
          A line for each record that the public may read, past, ended and not yet announced ones
          included: `{type, id, version, record}`. `record` has what is stored, references as
          objects with an `id` (regions with a `code`), and nothing that follows from other records
          or from the day, so it changes with its version alone; `/changes?embed=record` answers the
          same. What holds for a time (`name`, `region`, …) is what it was on the day on which the
          record was last written; `periods` tells all of it. The last line is `{"end": {"count": …}}`. `Link` with `rel="changes"` names the
          place from which to follow what has changed since.\
          """)
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Formats.NDJSON, schema = @Schema(type = SchemaType.STRING)))
  public Contents exportAll(@QueryParam("knownAt") String knownAt) {
    return new Export(
        types.tables(),
        types.toldInPart(),
        reader.asOfAll(null, knownAt).known(),
        today.zone(),
        mapper);
  }
}
