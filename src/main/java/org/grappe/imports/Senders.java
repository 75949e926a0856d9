package org.grappe.imports;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.caller.Callers;
import org.grappe.caller.CredentialCheck;

/** Who sends a file, as whom it is taken up later. */
@ApplicationScoped
class Senders {
  private final Callers callers;
  private final CurrentIdentityAssociation identity;
  private final CurrentVertxRequest request;
  private final CredentialCheck credentials;

  Senders(
      Callers callers,
      CurrentIdentityAssociation identity,
      CurrentVertxRequest request,
      CredentialCheck credentials) {
    this.callers = callers;
    this.identity = identity;
    this.request = request;
    this.credentials = credentials;
  }

  /** Who makes the request that is being served. */
  Sender current() {
    return new Sender(
        callers.current().author().key(), identity.getIdentity(), request.getCurrent());
  }

  /** Has what is done from here on be done as by this one. */
  void become(Sender sender) {
    identity.setIdentity(sender.identity());
    request.setCurrent(sender.request());
  }

  /** Since it was sent, hours may have passed, in which its sender may have lost his credential. */
  void checkCredential(Sender sender) {
    identity.setIdentity(credentials.again(sender.identity()));
  }
}
