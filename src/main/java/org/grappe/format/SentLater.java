package org.grappe.format;

import io.vertx.ext.web.RoutingContext;

/** An answer whose head is known and whose body is sent once there is something to tell. */
public interface SentLater {

  /**
   * Sends it, now or later, in whatever thread.
   *
   * @param exchange whose response has its status and headers
   * @param after is to be run once, when all is sent or the client has gone
   */
  void send(RoutingContext exchange, Runnable after);
}
