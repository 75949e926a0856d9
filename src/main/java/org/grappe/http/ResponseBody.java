package org.grappe.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * What is sent in answer to a request that only reads, whole in memory: noted for who keeps it.
 *
 * @param bytes before anything compresses them
 * @param etag of a 200 and a 304
 * @param type the value of {@code Content-Type}, which a 304 does not have; null where the
 *     framework completes it
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the wire, never compared
public record ResponseBody(byte[] bytes, String etag, String type) {
  private static final String KEY = "grappe.response-body";
  private static final String OF_ONE = "grappe.of-one";

  /** Notes it. */
  public void note(RoutingContext exchange) {
    exchange.put(KEY, this);
  }

  /** That of an exchange, where there is one which others may be answered, too. */
  public static Optional<ResponseBody> of(RoutingContext exchange) {
    return exchange.get(OF_ONE) == null ? Optional.ofNullable(exchange.get(KEY)) : Optional.empty();
  }

  /** Says that the answer has something of who asks in it, as the host that he knows us by. */
  public static void isOfOne(RoutingContext exchange) {
    exchange.put(OF_ONE, true);
  }
}
