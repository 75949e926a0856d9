package org.grappe.shared.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the caller finds this service, for answers that are read elsewhere than here. */
@ApplicationScoped
public class PublicAddress {
  private final HttpServerRequest request;
  private final Clients clients;

  PublicAddress(HttpServerRequest request, Clients clients) {
    this.request = request;
    this.clients = clients;
  }

  /** Scheme and host, without a slash at the end. */
  public String base() {
    return (clients.isSecure(request) ? "https" : "http") + "://" + host();
  }

  /** The address that was asked for. */
  public String asked() {
    return base() + pathAndQuery();
  }

  /** The same without scheme and host, in the escapes in which it was asked for. */
  public String pathAndQuery() {
    return request.path() + (request.query() == null ? "" : "?" + request.query());
  }

  /** The host that was asked for; HTTP/1.0 need not tell it, and then it is where it came. */
  private String host() {
    String told = request.getHeader(HttpHeaderNames.HOST);
    if (told != null && !told.isBlank()) {
      return told;
    }
    return request.authority() == null
        ? local(request.localAddress())
        : request.authority().toString();
  }

  private static String local(SocketAddress address) {
    String host = address.hostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.port();
  }
}
