package org.grappe.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What is done once an exchange is over, however it ends. The router's own end handlers are called
 * at the first sign of an end alone, one that fails hinders the others, and who adds one later is
 * never told: so there is one of them for each exchange, which is there from the beginning.
 */
@ApplicationScoped
public class Afterwards {
  private static final Logger LOG = Logger.getLogger(Afterwards.class);
  private static final String KEY = "grappe.afterwards";

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          Actions actions = new Actions();
          context.put(KEY, actions);
          context.addEndHandler(ended -> actions.run());
          context.next();
        },
        RequestLog.ORDER + 1);
  }

  /** Does something once: when the exchange is over, or now where it is over already. */
  public static void run(RoutingContext exchange, Runnable action) {
    exchange.<Actions>get(KEY).add(action);
  }

  /** Those of one exchange. */
  private static final class Actions {
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean isOver;

    void add(Runnable action) {
      synchronized (this) {
        if (!isOver) {
          waiting.add(action);
          return;
        }
      }
      run(action);
    }

    void run() {
      List<Runnable> all;
      synchronized (this) {
        isOver = true;
        all = List.copyOf(waiting);
        waiting.clear();
      }
      all.forEach(Actions::run);
    }

    private static void run(Runnable action) {
      try {
        action.run();
      } catch (RuntimeException failed) {
        LOG.error("What an exchange had could not be given back", failed);
      }
    }
  }
}
