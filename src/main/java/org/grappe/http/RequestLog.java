package org.grappe.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
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
@Singleton
class RequestLog {
  private static final CharSequence ID = HttpHeaders.createOptimized("X-Request-Id");
  private static final Logger LOG = Logger.getLogger("org.grappe.requests");
  private final Clients clients;
  private final boolean json;

  RequestLog(Clients clients, GrappeConfig config) {
    this.clients = clients;
    this.json = config.logJson();
  }

  /** Gives a request its id. */
  Trace begin(RoutingContext context) {
    Trace trace =
        new Trace(
            id(),
            HarmlessText.of(context.request().method().name()),
            HarmlessText.of(String.valueOf(context.request().path())));
    context.put(CurrentRequest.TRACE, trace);
    context.response().putHeader(ID, trace.id());
    return trace;
  }

  /** The id names a request and opens nothing, so a fast random source is enough. */
  private static String id() {
    var random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /**
   * Writes its line.
   *
   * @param template that of the address, where one is served
   * @param nanos that it took
   */
  void write(RoutingContext context, Trace trace, Optional<String> template, long nanos) {
    int status = context.response().getStatusCode();
    boolean isRefused = status == 401 || status == 403 || status == 429;
    Logger.Level level = isRefused ? Logger.Level.WARN : Logger.Level.INFO;
    if (!LOG.isEnabled(level)) {
      return;
    }
    String problem = context.get(CurrentRequest.PROBLEM);
    String path = LoggedPath.of(trace.path(), template, status < 400);
    new LoggedRequest(
            trace,
            path,
            status,
            problem == null ? "" : problem,
            TimeUnit.NANOSECONDS.toMillis(nanos),
            CallerName.of(context),
            clients.address(context.request()))
        .write(LOG, level, json);
  }
}
