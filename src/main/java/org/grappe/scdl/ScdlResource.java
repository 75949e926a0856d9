package org.grappe.scdl;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
import org.grappe.query.Page;
import org.grappe.retry.Idempotent;
import org.grappe.table.ImportReport;

/** {@code /subsidy-lines/scdl}. */
@Path("/api/v1/subsidy-lines/scdl")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subsidy lines")
class ScdlResource {
  private final ScdlImport subsidies;
  private final ImportDesk desk;
  private final ScdlExport export;

  ScdlResource(ScdlImport subsidies, ImportDesk desk, ScdlExport export) {
    this.subsidies = subsidies;
    this.desk = desk;
    this.export = export;
  }

  @GET
  @PermitAll
  @Produces(Formats.CSV)
  @Operation(
      summary = "Export subsidies as open data",
      description =
          """
          All lines that are agreed, in the French open-data format SCDL *subventions* 2.1.1, as
          its schema has it and unaltered. A line that the schema does not take is left out and stands
          among the omissions.\
          """)
  public Page<ScdlRow> exportSubsidyLines() {
    return export.all();
  }

  @GET
  @Path("/omissions")
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(
      summary = "List what the export leaves out",
      description =
          """
          The agreed lines that the schema of SCDL *subventions* 2.1.1 does not take, each with what
          stands against it.\
          """)
  public Page<ScdlOmission> listSubsidyLineOmissions() {
    return export.omissions();
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
      summary = "Enter subsidies from open data",
      description =
          """
          Reads a file in the French open-data format SCDL *subventions* tolerantly and reports each
          fault and each repair. Funders and beneficiaries are known by their numbers, never by their
          names. All lines or none, unless `partial`; the same file again changes nothing. A body over
          1 MiB is answered at once and goes on as an import.\
          """)
  public Response importSubsidyLines(
      ImportFile file, @QueryParam("dryRun") String dryRun, @QueryParam("partial") String partial) {
    return desk.take(subsidies, file, ImportOrder.of(dryRun, partial, Map.of()));
  }
}
