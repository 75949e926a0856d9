package org.grappe.imports;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Who sent a file, and by which request. */
record Sender(String caller, SecurityIdentity identity, RoutingContext request) {
  /** Which language he likes; null where he did not say. */
  String language() {
    return request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
  }
}
