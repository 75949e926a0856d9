package org.grappe.figure;

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

/** {@code /figures}. */
@Path("/api/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Figures", description = "Numbers reported about regions and clusters.")
class FigureResource {
  private final Figures figures;

  FigureResource(Figures figures) {
    this.figures = figures;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List figures")
  public Page<FigureView> listFigures() {
    return figures.page();
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a figure")
  public FigureView readFigure(@PathParam("id") String id, @QueryParam("knownAt") String knownAt) {
    return figures.one(id, null, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a figure")
  public Page<HistoryView> listFigureHistory(@PathParam("id") String id) {
    return figures.history(id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = FigureView.class, responseCode = "201")
  @Operation(summary = "Enter a figure")
  public Response createFigure(Figure.Content figure) {
    return figures.create(figure);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change a figure")
  public FigureView changeFigure(@PathParam("id") String id, MergePatch patch) {
    return figures.change(figures.required(id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a figure entered by mistake")
  public void deleteFigure(@PathParam("id") String id) {
    figures.remove(figures.required(id));
  }
}
