package org.grappe.admission;

import io.vertx.core.http.HttpMethod;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.grappe.http.Clients;
import org.grappe.http.Exchange;

/**
 * Has requests served when their turn comes: of each caller some at once, never so many that none
 * is left for others. Reading and writing stand in two lines, so that writers who wait for one
 * another's locks hold up no reader. A turn is over when the thread is free again: who reads an
 * answer slowly, or waits for a long one, has none.
 */
@Provider
@ApplicationScoped
@PreMatching
@Priority(0)
public class RequestAdmission implements ContainerRequestFilter {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Clients clients;
  private final ExecutorService threads;
  private final AdmissionConfig config;
  private final Bulkhead reads;
  private final Bulkhead writes;

  RequestAdmission(
      Clients clients,
      ExecutorService threads,
      AdmissionConfig config,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
    this.clients = clients;
    this.threads = threads;
    this.config = config;
    // a quarter of the connections is for credentials that are looked up, and for long answers
    int running = Math.max(1, connections * 3 / 8);
    var limits =
        new Bulkhead.Limits(
            running, Math.max(1, running * 2 / 3), config.waiting(), config.waitingEach());
    this.reads = new Bulkhead(limits);
    this.writes = new Bulkhead(limits);
  }

  /** Leaves the thread that serves all connections, and goes on when its turn comes. */
  @Override
  public void filter(ContainerRequestContext context) {
    var request = Exchange.inner(context);
    var exchange = Exchange.of(context);
    var bulkhead = SAFE.contains(exchange.request().method()) ? reads : writes;
    request.suspend();
    request.resume(
        new TurnExecutor(request, exchange, bulkhead, clients.sender(exchange), threads, config));
  }
}
