package org.grappe.format;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import org.grappe.copy.Answer;
import org.grappe.http.Clients;
import org.grappe.http.Exchange;
import org.grappe.http.Formats;
import org.grappe.http.PublicAddress;
import org.grappe.query.Page;
import org.grappe.query.PreferredType;

/** Gives every answer its entity tag, what it varies by, and who may keep it; and answers 304. */
@Provider
public class AnswerFilter implements ContainerResponseFilter {
  private static final MediaType LINKED = MediaType.valueOf(Formats.JSON_LD);
  private static final List<MediaType> ONE_RECORD =
      List.of(MediaType.APPLICATION_JSON_TYPE, LINKED);
  private final Rendering rendering;
  private final PublicAddress address;

  AnswerFilter(Rendering rendering, PublicAddress address) {
    this.rendering = rendering;
    this.address = address;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    RoutingContext exchange = Exchange.of(request);
    if (!exchange.request().path().startsWith("/api/")) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("Vary", "Accept, Accept-Encoding, Accept-Language, Authorization");
    headers.putSingle(
        "Cache-Control",
        Clients.credential(exchange).isEmpty() ? "public, no-cache" : "private, no-store");
    locate(headers);
    Object entity = response.getEntity();
    if (entity instanceof Page<?> page && page.getNext() != null) {
      headers.putSingle("Link", "<" + page.getNext() + ">; rel=\"next\"");
    }
    if (entity instanceof Linked linked) {
      linked.link(exchange.request().path()).ifPresent(link -> headers.putSingle("Link", link));
    }
    if (entity == null || response.getStatus() >= 300 || entity instanceof SentLater) {
      return;
    }
    ConditionalAnswer answer = new ConditionalAnswer(request, response);
    if (entity instanceof Answer made) {
      answer.send(made);
    } else if (entity instanceof LinkedData data && isLinked(request)) {
      answer.render(rendering.linked(data, address.base()));
    } else {
      answer.render(rendering.of(entity));
    }
  }

  /** Where a new record is, by the scheme and host that the caller knows this service by. */
  private void locate(MultivaluedMap<String, Object> headers) {
    Object location = headers.getFirst(HttpHeaders.LOCATION);
    if (location != null) {
      URI at = URI.create(location.toString());
      if (at.isAbsolute()) {
        headers.putSingle(HttpHeaders.LOCATION, address.here() + at.getRawPath());
      }
    }
  }

  /** Whether JSON-LD is what a reader of one record likes best. */
  private static boolean isLinked(ContainerRequestContext request) {
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
    return accepted != null
        && accepted.contains(Formats.JSON_LD)
        && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
        && PreferredType.of(request.getAcceptableMediaTypes(), ONE_RECORD).equals(LINKED);
  }
}
