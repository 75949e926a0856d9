package org.grappe.membership;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.http.Formats;
import org.grappe.imports.ImportDesk;
import org.grappe.imports.ImportFile;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.ImportView;
import org.grappe.imports.OwnConnections;
import org.grappe.retry.Idempotent;
import org.grappe.table.ImportReport;

/** {@code /memberships/csv}. */
@Path("/api/v1/memberships/csv")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Memberships")
class MemberFileResource {
  private final MemberImport members;
  private final ImportDesk desk;

  MemberFileResource(MemberImport members, ImportDesk desk) {
    this.members = members;
    this.desk = desk;
  }

  @POST
  @Consumes(Formats.CSV)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @OwnConnections
  @Transactional
  @Idempotent
  @APIResponseSchema(value = ImportReport.class, responseCode = "200")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @Operation(
      summary = "Enter members from a spreadsheet",
      description =
          """
          A line a membership, with the columns `cluster` (or the parameter), `organisation` (an
          id) or `siren`, `siret`, `rna` and `name`, `city`, `college`, `appliedOn`, `from`,
          `until`, `endReason`; French headers (`nom`, `ville`, `date d'adhésion` …) are
          understood. An organisation is found by its number, otherwise entered. All lines or
          none, unless `partial`; the same file again changes nothing. A body over 1 MiB is answered
          at once and goes on as an import.""")
  public Response importMemberships(
      ImportFile file,
      @QueryParam("cluster")
          @Parameter(
              description = "The cluster of lines that name none, by slug or id.",
              example = "digital-place")
          String cluster,
      @QueryParam("dryRun") String dryRun,
      @QueryParam("partial") String partial) {
    return desk.take(members, file, ImportOrder.of(dryRun, partial, members.everywhere(cluster)));
  }
}
