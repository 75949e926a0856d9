package org.grappe.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is done once an exchange is over, however it ends. The router tells an end that is to come;
 * a client that had gone before anybody asked is never told of.
 */
public final class Afterwards {
  private Afterwards() {}

  /** Does something once: when the exchange is over, or now where it is over already. */
  public static void run(RoutingContext exchange, Runnable action) {
    var isDone = new AtomicBoolean();
    Runnable once =
        () -> {
          if (isDone.compareAndSet(false, true)) {
            action.run();
          }
        };
    exchange.addEndHandler(ended -> once.run());
    if (exchange.response().closed()) {
      once.run();
    }
  }
}
