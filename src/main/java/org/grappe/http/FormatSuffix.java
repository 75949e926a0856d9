package org.grappe.http;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.grappe.caller.CurrentRequest;

/**
 * An address that says its format is answered in it, whatever the request accepts: {@code
 * /events.ics} is a calendar, {@code /clusters.csv} is {@code /clusters} with {@code Accept:
 * text/csv}.
 */
@Provider
@PreMatching
public class FormatSuffix implements ContainerRequestFilter {
  private final Routes routes;
  private final CurrentRequest current;

  FormatSuffix(Routes routes, CurrentRequest current) {
    this.routes = routes;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    routes.named(current.path()).ifPresent(named -> answer(request, named));
  }

  private void answer(ContainerRequestContext request, NamedFormat named) {
    boolean reads = request.getMethod().matches("GET|HEAD");
    if (!named.path().equals(current.path())) {
      if (!reads) {
        throw new NotAllowedException("GET");
      }
      request.setRequestUri(URI.create("/"), URI.create(named.path() + current.query()));
    }
    if (reads) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, named.type());
    }
  }
}
