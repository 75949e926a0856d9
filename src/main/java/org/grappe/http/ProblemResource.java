package org.grappe.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.problem.Messages;
import org.grappe.problem.ProblemType;
import org.grappe.problem.ProblemTypes;
import org.grappe.problem.Problems;

/** Explains each type of problem at the address that names it. */
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Problems", description = "What the types of problem mean.")
class ProblemResource {

  /**
   * What a type of problem means.
   *
   * @param type its address
   * @param title the type in a few words
   * @param status the HTTP status that goes with it
   * @param explanation when it is answered, and what to do
   */
  @Schema(name = "ProblemExplanation")
  record Explanation(String type, String title, int status, String explanation) {}

  @Schema(name = "ProblemExplanations")
  record Explanations(List<Explanation> items) {}

  @GET
  @PermitAll
  @Operation(summary = "List the types of problem", description = "All types, explained.")
  public Explanations listProblems(@Context HttpHeaders headers) {
    Messages wording = Messages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    return new Explanations(
        ProblemTypes.all().stream().map(type -> explain(type, wording)).toList());
  }

  @GET
  @Path("{type}")
  @PermitAll
  @Operation(
      summary = "Explain a type of problem",
      description = "What a type of problem means, in English or French.")
  public Explanation explainProblem(
      @PathParam("type") @Parameter(example = "validation-failed") String type,
      @Context HttpHeaders headers) {
    Messages wording = Messages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    return ProblemTypes.bySlug(type)
        .map(known -> explain(known, wording))
        .orElseThrow(() -> Problems.notFound("problems", type));
  }

  private static Explanation explain(ProblemType type, Messages wording) {
    return new Explanation(
        "/problems/" + type.slug(),
        wording.say("title." + type.slug(), List.of()),
        type.status(),
        wording.say("about." + type.slug(), List.of()));
  }
}
