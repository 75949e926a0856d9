package org.grappe.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.grappe.caller.Caller;
import org.grappe.caller.CurrentRequest;
import org.grappe.caller.Trace;
import org.grappe.config.GrappeConfig;
import org.grappe.value.Digest;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * A line of the log for each request: what was asked for by whom, and what became of it. It holds
 * no query, no key, no token and nobody's name, and nothing of a request can make a line of its
 * own.
 */
@ApplicationScoped
class RequestLog {
  static final int ORDER = SafeHeaders.ORDER + 1;
  private static final Logger LOG = Logger.getLogger("org.grappe.requests");
  private static final int LONGEST = 300;

  /** Most methods and paths, in which there is no room for an API key. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/.,:-]*+");

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
        new Trace(id(), harmless(context.request().method().name()), harmless(path(context)));
    context.put(CurrentRequest.TRACE, trace);
    context.response().putHeader("X-Request-Id", trace.id());
    context.addEndHandler(
        ended -> write(context, trace, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
    context.next();
  }

  private static String path(RoutingContext context) {
    return String.valueOf(context.request().path());
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
    String address = clients.address(context.request());
    String caller = name(context);
    String line =
        String.join(
            " ",
            trace.method(),
            path,
            status + (problem == null ? "" : " " + problem),
            millis + " ms",
            caller,
            address,
            trace.id());
    if (json) {
      logWith(
          Map.of(
              "request",
              trace.id(),
              "method",
              trace.method(),
              "path",
              path,
              "status",
              status,
              "problem",
              problem == null ? "" : problem,
              "milliseconds",
              millis,
              "caller",
              caller,
              "address",
              address),
          level,
          line);
    } else {
      LOG.log(level, line);
    }
  }

  private static void logWith(Map<String, Object> fields, Logger.Level level, String line) {
    fields.forEach(MDC::put);
    LOG.log(level, line);
    fields.keySet().forEach(MDC::remove);
  }

  /** The credential's id; of a token's subject, which some providers make of a name, a hash. */
  private static String name(RoutingContext context) {
    if (!(context.user() instanceof QuarkusHttpUser user)) {
      return Caller.PUBLIC.author().name();
    }
    Caller caller = user.getSecurityIdentity().getAttribute(Caller.ATTRIBUTE);
    Caller.Author author = caller == null ? Caller.PUBLIC.author() : caller.author();
    return author.kind() == Caller.Kind.TOKEN
        ? author.kind() + ":" + Digest.shortHash(author.name())
        : author.id() == null ? author.kind().toString() : author.kind() + ":" + author.id();
  }

  /** Visible ASCII alone, no longer than a line, and no API key that got into an address. */
  private static String harmless(String text) {
    if (text.length() <= LONGEST && PLAIN.matcher(text).matches()) {
      return text;
    }
    String visible =
        text.replaceAll("[^\\x21-\\x7e]", "?").replaceAll("grp_[A-Za-z0-9_-]+", "grp_…");
    return visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible;
  }
}
