package org.grappe.caller;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks again about a credential whose request has been answered, but not carried out to its end, or
 * has asked for something that goes on.
 */
public interface CredentialCheck {
  /**
   * Whom it makes its bearer now. Until the transaction ends in which this is asked, the credential
   * stays as it is.
   *
   * @param identity what it made of him when the request was made
   * @throws org.grappe.problem.Problem {@code unauthenticated} where it is taken no longer
   */
  SecurityIdentity again(SecurityIdentity identity);

  /**
   * What tells a caller's credential from one that may take its place; empty for one that nobody
   * can be asked about once its request is over, as a token.
   */
  Optional<String> mark(Caller caller);

  /**
   * Whom a credential makes its bearer now; empty where it is taken no longer.
   *
   * @param id its own, null for one that has none
   * @param mark what {@link #mark} said of it
   */
  Optional<Caller> bearer(UUID id, String mark);
}
