package org.grappe.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** What a filter of a resource is called for, as those beneath it know it. */
public final class Exchange {
  private Exchange() {}

  /** As the router knows it. */
  public static RoutingContext of(ContainerRequestContext request) {
    return inner(request).unwrap(RoutingContext.class);
  }

  /** As RESTEasy knows it. */
  public static ResteasyReactiveRequestContext inner(ContainerRequestContext request) {
    return (ResteasyReactiveRequestContext)
        ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
  }

  /** The path as it was asked for, without the query. */
  static String path(ContainerRequestContext request) {
    return of(request).request().path();
  }
}
