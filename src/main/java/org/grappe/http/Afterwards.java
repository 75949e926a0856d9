package org.grappe.http;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What is done once an exchange is over, however it ends. The router's own end handlers are called
 * at the first sign of an end alone, one that fails hinders the others, and who adds one later is
 * never told: so there is one of these for each exchange, which is there from the beginning.
 */
public final class Afterwards {
  private static final Logger LOG = Logger.getLogger(Afterwards.class);
  private static final String KEY = "grappe.afterwards";

  private final List<Runnable> waiting = new ArrayList<>(0);
  private boolean isOver;

  private Afterwards() {}

  /** That of an exchange which begins. */
  static Afterwards begin(RoutingContext exchange) {
    Afterwards afterwards = new Afterwards();
    exchange.put(KEY, afterwards);
    return afterwards;
  }

  /** Does something once: when the exchange is over, or now where it is over already. */
  public static void run(RoutingContext exchange, Runnable action) {
    exchange.<Afterwards>get(KEY).add(action);
  }

  private void add(Runnable action) {
    synchronized (this) {
      if (!isOver) {
        waiting.add(action);
        return;
      }
    }
    run(action);
  }

  /** The exchange is over. */
  void run() {
    List<Runnable> all;
    synchronized (this) {
      isOver = true;
      all = List.copyOf(waiting);
      waiting.clear();
    }
    all.forEach(Afterwards::run);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (Throwable failed) {
      LOG.error("What an exchange had could not be given back", failed);
    }
  }
}
