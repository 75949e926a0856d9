package org.grappe.merger;

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

/** {@code /divisions/{division}/ballots}. */
@Path("/api/v1/divisions/{division}/ballots")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Ballots", description = "Votes of general assemblies on mergers and divisions.")
class DivisionBallotResource {
  private final DivisionBallots ballots;

  DivisionBallotResource(DivisionBallots ballots) {
    this.ballots = ballots;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List a division's ballots")
  public Page<BallotView> listDivisionBallots(@PathParam("division") String division) {
    return ballots.pageOf(division);
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a ballot on a division")
  public BallotView readDivisionBallot(
      @PathParam("division") String division,
      @PathParam("id") String id,
      @QueryParam("knownAt") String knownAt) {
    return ballots.oneOf(division, id, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a ballot on a division")
  public Page<HistoryView> listDivisionBallotHistory(
      @PathParam("division") String division, @PathParam("id") String id) {
    return ballots.historyOf(division, id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = BallotView.class, responseCode = "201")
  @Operation(summary = "Enter a ballot on a division")
  public Response createDivisionBallot(
      @PathParam("division") String division, Ballot.Content ballot) {
    return ballots.createIn(division, ballot);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change a ballot on a division")
  public BallotView changeDivisionBallot(
      @PathParam("division") String division, @PathParam("id") String id, MergePatch patch) {
    return ballots.change(ballots.requiredOf(division, id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a ballot on a division entered by mistake")
  public void deleteDivisionBallot(
      @PathParam("division") String division, @PathParam("id") String id) {
    ballots.remove(ballots.requiredOf(division, id));
  }
}
