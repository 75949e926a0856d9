package org.grappe.cli.remote;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** What connections are secured with. */
final class Tls {
  private Tls() {}

  /**
   * For this address; where it needs none, one that trusts nobody, for to read whom Java trusts
   * takes longer than all else that a command does.
   */
  static SSLContext of(ServiceAddress address) {
    try {
      if (address.base().startsWith("https:")) {
        return SSLContext.getDefault();
      }
      SSLContext nobody = SSLContext.getInstance("TLS");
      nobody.init(null, new TrustManager[0], null);
      return nobody;
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
