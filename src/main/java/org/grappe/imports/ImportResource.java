package org.grappe.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.position.Numbering;
import org.grappe.record.Owners;
import org.grappe.record.Rights;
import org.grappe.retry.Idempotent;

/** {@code /imports}. */
@Path("/api/v1/imports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Files that are taken up after their request was answered.")
class ImportResource {
  private final Imports imports;
  private final Rights rights;
  private final Numbering numbering;

  ImportResource(Imports imports, Rights rights, Numbering numbering) {
    this.imports = imports;
    this.rights = rights;
    this.numbering = numbering;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Operation(
      summary = "Read how far an import is",
      description =
          """
          Tells how many lines have been read, made a record and were left out, and once it is over
          what became of the file. Administrators see all imports, others those that they asked for.""")
  public ImportView readImport(@PathParam("id") String id) {
    ImportView told = imports.required(id);
    if (told.endedAt() != null) {
      // who is told so reads next what the file has made
      numbering.catchUp();
    }
    return told;
  }

  @POST
  @Path("/cancellation")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Cancel an import",
      description =
          """
          Stops it; nothing of it stays. One that is over, or was cancelled already, is refused.""")
  public ImportView cancelImport(@PathParam("id") String id) {
    ImportView cancelled = imports.cancel(id);
    if (!imports.isCallers(cancelled.id())) {
      rights.requireImport(Owners.administrators());
    }
    return cancelled;
  }
}
