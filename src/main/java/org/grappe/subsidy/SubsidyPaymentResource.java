package org.grappe.subsidy;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.grappe.caller.Role;
import org.grappe.http.Formats;
import org.grappe.query.Page;
import org.grappe.retry.Idempotent;

/** {@code /subsidy-lines/{line}/payments}. */
@Path("/api/v1/subsidy-lines/{line}/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Subsidy lines")
class SubsidyPaymentResource {
  private final SubsidyEntries entries;
  private final SubsidyParts parts;

  SubsidyPaymentResource(SubsidyEntries entries, SubsidyParts parts) {
    this.entries = entries;
    this.parts = parts;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List a line's payments")
  public Page<PaymentView> listSubsidyPayments(@PathParam("line") String line) {
    return parts.payments(line);
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a payment")
  public PaymentView readSubsidyPayment(
      @PathParam("line") String line,
      @PathParam("id") String id,
      @QueryParam("knownAt") String knownAt) {
    return parts.payment(line, id, knownAt);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = PaymentView.class, responseCode = "201")
  @Operation(
      summary = "Enter a payment",
      description =
          """
          What is paid never exceeds what was last agreed or, failing that, voted. What is paid
          back is a negative payment, and never more than was paid by its day.""")
  public Response createSubsidyPayment(@PathParam("line") String line, Payment payment) {
    return entries.pay(line, payment);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a payment entered by mistake")
  public void deleteSubsidyPayment(@PathParam("line") String line, @PathParam("id") String id) {
    entries.unpay(line, id);
  }
}
