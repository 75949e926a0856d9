package org.grappe.registration;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.UUID;
import org.grappe.value.Slugs;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Has requests wait for their turn before they are given a thread, a connection, a transaction. */
@ApplicationScoped
public class QueuedFilter {
  /** Who is refused by another filter does not stand in line first. */
  private static final int LAST = Priorities.USER + 2;

  private final RegistrationQueue lines;

  QueuedFilter(RegistrationQueue lines) {
    this.lines = lines;
  }

  /** The body has come by then, so that nobody waits for one who sends his slowly. */
  @Queued
  @ServerRequestFilter(priority = LAST)
  public Uni<Void> inTurn(ContainerRequestContext request, RoutingContext exchange) {
    Optional<UUID> event = Slugs.id(request.getUriInfo().getPathParameters().getFirst("event"));
    if (event.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom().completionStage(lines.join(event.get(), exchange));
  }
}
