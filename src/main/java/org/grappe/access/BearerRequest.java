package org.grappe.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A credential that somebody shows. */
final class BearerRequest extends BaseAuthenticationRequest {
  private final String text;

  BearerRequest(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
