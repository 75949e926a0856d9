package org.grappe.connection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.grappe.body.BodyStream;

/**
 * Receives bodies before their resource is called, so that no thread waits for a client. Files that
 * go to the disk have been received by then.
 */
@Singleton
class Reception {
  /** After those who receive files. */
  private static final int ORDER = 5;

  private final BodyPlaces places;

  Reception(BodyPlaces places) {
    this.places = places;
  }

  void register(@Observes Filters filters) {
    filters.register(this::receive, ORDER);
  }

  private void receive(RoutingContext context) {
    Optional<UnderWay> body = UnderWay.of(context).filter(one -> !one.isOver());
    if (body.isEmpty()) {
      context.next();
      return;
    }
    new Received(context, body.get(), places, BodyStream.MOST_BYTES).begin();
  }

  /** What RESTEasy reads where it would else wait for the client. */
  static void handOn(RoutingContext context, Object body) {
    context.put(BodyStream.KEY, body);
    ((RoutingContextInternal) context).setBody(Buffer.buffer());
    context.next();
  }
}
