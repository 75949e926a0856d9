package org.grappe.format;

import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.grappe.problem.Problem;

/** An answer whose head is known and whose body is sent once there is something to tell. */
public interface SentLater {

  /**
   * Sends it, now or later, in whatever thread.
   *
   * @param exchange whose response has its status and headers
   * @param after is to be told once, when all is sent or the client has gone, with nothing; or,
   *     before anything was sent, with the problem that is to be answered instead
   */
  void send(RoutingContext exchange, Consumer<Problem> after);
}
