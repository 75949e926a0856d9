package org.grappe.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grappe.config.GrappeConfig;

/** Where others find this service, for answers that are read elsewhere than here. */
@Startup
@ApplicationScoped
public class PublicAddress {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[A-Za-z0-9._~\\[\\]:-]+(?:/[A-Za-z0-9._~/-]*)?");

  private final HttpServerRequest request;
  private final CurrentVertxRequest exchange;
  private final Clients clients;
  private final Optional<String> told;

  PublicAddress(
      HttpServerRequest request,
      CurrentVertxRequest exchange,
      Clients clients,
      GrappeConfig config) {
    this.request = request;
    this.exchange = exchange;
    this.clients = clients;
    this.told = config.publicUrl().map(PublicAddress::checked);
  }

  private static String checked(String told) {
    if (!ADDRESS.matcher(told).matches()) {
      throw new IllegalArgumentException("GRAPPE_PUBLIC_URL is no address of a service: " + told);
    }
    return told.replaceFirst("/+$", "");
  }

  /** What is configured, without a slash at the end, for what is told without anybody asking. */
  public Optional<String> configured() {
    return told;
  }

  /** What comes before a path, without a slash at the end: as configured, or as asked for. */
  public String base() {
    return told.orElseGet(this::here);
  }

  /** What ids of this service are marked with, where others' stand beside them; whoever asks. */
  public String registry() {
    return told.map(base -> URI.create(base).getHost()).orElse("grappe");
  }

  /** Scheme and host by which this caller has come; nobody else is told them. */
  public String here() {
    ResponseBody.isOfOne(exchange.getCurrent());
    return (clients.isSecure(request) ? "https" : "http") + "://" + host();
  }

  /** The address that was requested. */
  public String requested() {
    return base() + pathAndQuery();
  }

  /** The same without scheme and host, in the escapes in which it was asked for. */
  public String pathAndQuery() {
    return request.path() + (request.query() == null ? "" : "?" + request.query());
  }

  /** The host that was asked for; HTTP/1.0 need not tell it, and then it is where it came. */
  private String host() {
    String named = request.getHeader(HttpHeaderNames.HOST);
    if (named != null && !named.isBlank()) {
      return named;
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
