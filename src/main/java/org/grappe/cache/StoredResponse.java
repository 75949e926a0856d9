package org.grappe.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grappe.http.AcceptedCodings;
import org.grappe.http.ResponseBody;
import org.grappe.http.Routes;
import org.grappe.record.EntityTags;

/**
 * A response as it was sent, without what is made anew for each (RFC 9111, 3).
 *
 * @param version of the registry that it was made of
 * @param template of the address
 * @param headers of a 200, but the type
 * @param type the value of {@code Content-Type}
 * @param etag its entity tag
 * @param content its body
 */
record StoredResponse(
    Version version,
    String template,
    List<Map.Entry<String, String>> headers,
    String type,
    String etag,
    StoredContent content) {

  /** What belongs to one message alone. */
  private static final Set<String> OF_ONE =
      Set.of(
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "date",
          "transfer-encoding");

  /**
   * That of an exchange whose head is being sent, where it is one that others may be sent.
   *
   * @param before the names of the headers that each exchange has of its own
   */
  static Optional<StoredResponse> of(RoutingContext exchange, Version version, Set<String> before) {
    ResponseBody body = ResponseBody.of(exchange).orElse(null);
    String template = exchange.get(Routes.TEMPLATE);
    if (body == null || template == null) {
      return Optional.empty();
    }
    int status = exchange.response().getStatusCode();
    MultiMap sent = exchange.response().headers();
    String type = status == 304 ? body.type() : sent.get(HttpHeaders.CONTENT_TYPE);
    if (type == null || (status != 200 && status != 304)) {
      return Optional.empty();
    }
    List<Map.Entry<String, String>> headers =
        sent.entries().stream()
            .filter(header -> !before.contains(header.getKey()))
            .filter(header -> !OF_ONE.contains(lower(header.getKey())))
            .map(header -> Map.entry(header.getKey(), header.getValue()))
            .toList();
    return Optional.of(
        new StoredResponse(
            version, template, headers, type, body.etag(), new StoredContent(body.bytes())));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Sends it, or says that the reader has it already. */
  void send(RoutingContext exchange) {
    exchange.put(Routes.TEMPLATE, template);
    HttpServerResponse response = exchange.response();
    headers.forEach(header -> response.headers().set(header.getKey(), header.getValue()));
    if (EntityTags.isKnown(exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
      response.setStatusCode(304).end();
      return;
    }
    response.headers().set(HttpHeaders.CONTENT_TYPE, type);
    boolean packs =
        AcceptedCodings.takeGzip(exchange.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    if (exchange.request().method().equals(HttpMethod.HEAD)) {
      if (!packs) {
        response.headers().set(HttpHeaders.CONTENT_LENGTH, content.plain().length() + "");
      }
      response.end();
    } else if (packs) {
      response.headers().set(HttpHeaders.CONTENT_ENCODING, "gzip");
      content
          .packed(exchange.vertx())
          .onSuccess(response::end)
          .onFailure(failed -> exchange.fail(failed));
    } else {
      response.headers().remove(HttpHeaders.CONTENT_ENCODING);
      response.end(content.plain());
    }
  }

  /** How much memory it takes, about. */
  int weight() {
    return content.weight() + 100 * headers.size() + 500;
  }
}
