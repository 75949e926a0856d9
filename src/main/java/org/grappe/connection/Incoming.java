package org.grappe.connection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.grappe.http.Clients;
import org.grappe.http.Routes;

/** Watches the bodies that are going to be read: those of callers who may send one. */
@Singleton
class Incoming {
  /** After who calls is known, before anybody receives anything. */
  private static final int ORDER = 15;

  private final BodyPlaces places;
  private final BodiesConfig config;
  private final Clients clients;
  private final Routes routes;

  Incoming(BodyPlaces places, BodiesConfig config, Clients clients, Routes routes) {
    this.places = places;
    this.config = config;
    this.clients = clients;
    this.routes = routes;
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, ORDER);
  }

  private void watch(RoutingContext context) {
    if (hasBody(context.request())) {
      sender(context)
          .ifPresent(
              caller ->
                  new UnderWay(
                      context, places, config, caller, clients.network(context.request())));
    }
    context.next();
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }

  /** Who has no credential is refused without being listened to, but where anybody may send. */
  private Optional<String> sender(RoutingContext context) {
    return Clients.credential(context)
        .or(
            () ->
                isOpen(context.request())
                    ? Optional.of(clients.network(context.request()))
                    : Optional.empty());
  }

  private boolean isOpen(HttpServerRequest request) {
    return routes.at(request.path()).stream()
        .filter(route -> route.verb().equals(request.method().name()) && route.takesBody())
        .anyMatch(route -> route.method().isAnnotationPresent(PermitAll.class));
  }
}
