package org.grappe.shared.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

/** Where the caller finds this service, for answers that are read elsewhere than here. */
@ApplicationScoped
public class PublicAddress {
  private final UriInfo uri;
  private final HttpServerRequest request;
  private final Clients clients;

  PublicAddress(UriInfo uri, HttpServerRequest request, Clients clients) {
    this.uri = uri;
    this.request = request;
    this.clients = clients;
  }

  /** Scheme and host, without a slash at the end. */
  public String base() {
    String scheme = clients.isSecure(request) ? "https" : uri.getBaseUri().getScheme();
    return scheme + "://" + uri.getBaseUri().getRawAuthority();
  }

  /** The address that was asked for. */
  public String asked() {
    String query = uri.getRequestUri().getRawQuery();
    return base() + uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query);
  }
}
