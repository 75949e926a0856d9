package org.grappe.format;

import io.vertx.ext.web.RoutingContext;
import org.grappe.problem.Problem;

/** An answer whose head is known and whose body is sent once there is something to tell. */
public interface SentLater {

  /**
   * Sends it, now or later, in whatever thread.
   *
   * @param exchange whose response has its status and headers
   * @param end is told once how it ended
   */
  void send(RoutingContext exchange, End end);

  /** What becomes of the request. */
  interface End {
    /** All is sent, or the client has gone. */
    void sent();

    /** Nothing was sent, and this is to be answered instead. */
    void refused(Problem problem);
  }
}
