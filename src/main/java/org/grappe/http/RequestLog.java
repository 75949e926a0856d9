package org.grappe.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.grappe.caller.CurrentRequest;
import org.grappe.caller.Trace;
import org.grappe.config.GrappeConfig;
import org.jboss.logging.Logger;

/**
 * A line of the log for each request: what was asked for by whom, and what became of it. It holds
 * no query, no key, no token and nobody's name, and nothing of a request can make a line of its
 * own.
 */
@ApplicationScoped
class RequestLog {
  static final int ORDER = SafeHeaders.ORDER + 1;
  private static final Logger LOG = Logger.getLogger("org.grappe.requests");
  private final Clients clients;
  private final Routes routes;
  private final boolean json;

  RequestLog(Clients clients, Routes routes, GrappeConfig config) {
    this.clients = clients;
    this.routes = routes;
    this.json = config.logJson();
  }

  void register(@Observes Filters filters) {
    filters.register(this::follow, ORDER);
  }

  /** What the router refuses before any filter has seen it has its line too. */
  void registerForRefusals(@Observes Router router) {
    router
        .route()
        .order(-ORDER)
        .failureHandler(
            context -> {
              if (context.get(CurrentRequest.TRACE) == null) {
                follow(context);
              } else {
                context.next();
              }
            });
  }

  private void follow(RoutingContext context) {
    long began = System.nanoTime();
    Trace trace =
        new Trace(
            id(),
            HarmlessText.of(context.request().method().name()),
            HarmlessText.of(String.valueOf(context.request().path())));
    context.put(CurrentRequest.TRACE, trace);
    context.response().putHeader("X-Request-Id", trace.id());
    context.addEndHandler(
        ended -> write(context, trace, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
    context.next();
  }

  /** The id names a request and opens nothing, so a fast random source is enough. */
  private static String id() {
    var random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private void write(RoutingContext context, Trace trace, long millis) {
    int status = context.response().getStatusCode();
    boolean isRefused = status == 401 || status == 403 || status == 429;
    Logger.Level level = isRefused ? Logger.Level.WARN : Logger.Level.INFO;
    if (!LOG.isEnabled(level)) {
      return;
    }
    String problem = context.get(CurrentRequest.PROBLEM);
    String path = LoggedPath.of(trace.path(), routes.template(context), status < 400);
    new LoggedRequest(
            trace,
            path,
            status,
            problem == null ? "" : problem,
            millis,
            CallerName.of(context),
            clients.address(context.request()))
        .write(LOG, level, json);
  }
}
