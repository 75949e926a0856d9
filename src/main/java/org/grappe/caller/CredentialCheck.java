package org.grappe.caller;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Asks again about a credential whose request has been answered, but not carried out to its end.
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
}
