package org.grappe.source;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.body.MergePatch;
import org.grappe.caller.Role;
import org.grappe.http.Formats;
import org.grappe.query.Page;
import org.grappe.record.HistoryView;
import org.grappe.retry.Idempotent;

/** {@code /sources}. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sources", description = "Where statements come from.")
class SourceResource {
  private final Sources sources;

  SourceResource(Sources sources) {
    this.sources = sources;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List sources")
  public Page<SourceView> listSources() {
    return sources.page();
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a source")
  public SourceView readSource(@PathParam("id") String id, @QueryParam("knownAt") String knownAt) {
    return sources.one(id, null, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a source")
  public Page<HistoryView> listSourceHistory(@PathParam("id") String id) {
    return sources.history(id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = SourceView.class, responseCode = "201")
  @Operation(summary = "Enter a source")
  public Response createSource(Source.Content source) {
    return sources.create(source);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change a source")
  public SourceView changeSource(@PathParam("id") String id, MergePatch patch) {
    return sources.change(sources.required(id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a source entered by mistake")
  public void deleteSource(@PathParam("id") String id) {
    sources.remove(sources.required(id));
  }
}
