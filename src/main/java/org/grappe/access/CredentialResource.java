package org.grappe.access;

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

/** {@code /credentials}. */
@Path("/api/v1/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials", description = "API keys: who may write, and where.")
class CredentialResource {
  private final Credentials credentials;

  CredentialResource(Credentials credentials) {
    this.credentials = credentials;
  }

  @GET
  @RolesAllowed(Role.ADMIN)
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List credentials")
  public Page<CredentialView> listCredentials() {
    return credentials.page();
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.ADMIN)
  @Operation(summary = "Read a credential")
  public CredentialView readCredential(
      @PathParam("id") String id, @QueryParam("knownAt") String knownAt) {
    return credentials.one(id, null, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed(Role.ADMIN)
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a credential")
  public Page<HistoryView> listCredentialHistory(@PathParam("id") String id) {
    return credentials.history(id);
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Idempotent
  @APIResponseSchema(value = CredentialView.class, responseCode = "201")
  @Operation(
      summary = "Issue a credential",
      description =
          """
          Makes an API key. `secret` in this answer is the key itself; it is kept nowhere, and a
          retry with the same `Idempotency-Key` no longer tells it.""")
  public Response createCredential(Credential.Content credential) {
    return credentials.issue(credential);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Operation(summary = "Change a credential")
  public CredentialView changeCredential(@PathParam("id") String id, MergePatch patch) {
    return credentials.change(credentials.required(id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Operation(
      summary = "Revoke a credential",
      description =
          """
          The key is no longer taken, on any instance, from the next request on. What was written
          with it stays signed by it.""")
  public void deleteCredential(@PathParam("id") String id) {
    credentials.remove(credentials.required(id));
  }
}
