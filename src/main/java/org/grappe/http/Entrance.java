package org.grappe.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.grappe.caller.CurrentRequest;
import org.grappe.caller.Trace;

/**
 * What every request passes before it is asked who calls, in one go: each layer that the router is
 * told of by itself costs every request.
 */
@Singleton
class Entrance {
  private static final int BEFORE_ALL = 20_000;

  private final RequestLog log;
  private final RequestMeters meters;
  private final SafeHeaders headers;
  private final DateHeader date;
  private final CrossOrigin origins;
  private final HttpLayer layer;
  private final Routes routes;

  Entrance(
      RequestLog log,
      RequestMeters meters,
      SafeHeaders headers,
      DateHeader date,
      CrossOrigin origins,
      HttpLayer layer,
      Routes routes) {
    this.log = log;
    this.meters = meters;
    this.headers = headers;
    this.date = date;
    this.origins = origins;
    this.layer = layer;
    this.routes = routes;
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, BEFORE_ALL);
  }

  /** What the router refuses before any filter has seen it is followed and answered too. */
  void registerForRefusals(@Observes Router router) {
    router.route().order(-BEFORE_ALL).failureHandler(this::fail);
  }

  private void pass(RoutingContext context) {
    follow(context);
    headers.add(context);
    if (!origins.answer(context) && !layer.refuse(context)) {
      context.next();
    }
  }

  private void fail(RoutingContext context) {
    if (context.get(CurrentRequest.TRACE) == null) {
      follow(context);
    }
    headers.add(context);
    layer.fail(context);
  }

  /** Counted once, also where the pages of the documentation send a request on to one another. */
  private void follow(RoutingContext context) {
    long began = System.nanoTime();
    boolean isNew = context.get(CurrentRequest.TRACE) == null;
    Afterwards afterwards = Afterwards.begin(context);
    Trace trace = log.begin(context);
    if (isNew) {
      meters.begin();
      date.add(context);
      NoCoding.add(context);
    }
    context.addEndHandler(
        ended -> {
          try {
            end(context, trace, isNew, System.nanoTime() - began);
          } finally {
            afterwards.run();
          }
        });
  }

  private void end(RoutingContext context, Trace trace, boolean isNew, long nanos) {
    Optional<String> template = routes.template(context);
    if (isNew) {
      meters.count(context, template, nanos);
    }
    log.write(context, trace, template, nanos);
  }
}
