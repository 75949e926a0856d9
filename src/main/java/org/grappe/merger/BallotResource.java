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

/** {@code /mergers/{merger}/ballots}. */
@Path("/api/v1/mergers/{merger}/ballots")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Ballots", description = "Votes of general assemblies on mergers and divisions.")
class BallotResource {
  private final Ballots ballots;

  BallotResource(Ballots ballots) {
    this.ballots = ballots;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List a merger's ballots")
  public Page<BallotView> listMergerBallots(@PathParam("merger") String merger) {
    return ballots.pageOf(merger);
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a ballot")
  public BallotView readMergerBallot(
      @PathParam("merger") String merger,
      @PathParam("id") String id,
      @QueryParam("knownAt") String knownAt) {
    return ballots.oneOf(merger, id, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a ballot")
  public Page<HistoryView> listMergerBallotHistory(
      @PathParam("merger") String merger, @PathParam("id") String id) {
    return ballots.historyOf(merger, id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = BallotView.class, responseCode = "201")
  @Operation(summary = "Enter a ballot")
  public Response createMergerBallot(@PathParam("merger") String merger, Ballot.Content ballot) {
    return ballots.createIn(merger, ballot);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change a ballot")
  public BallotView changeMergerBallot(
      @PathParam("merger") String merger, @PathParam("id") String id, MergePatch patch) {
    return ballots.change(ballots.requiredOf(merger, id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a ballot entered by mistake")
  public void deleteMergerBallot(@PathParam("merger") String merger, @PathParam("id") String id) {
    ballots.remove(ballots.requiredOf(merger, id));
  }
}
