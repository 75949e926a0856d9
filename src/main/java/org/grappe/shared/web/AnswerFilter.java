package org.grappe.shared.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.grappe.shared.read.Page;

/** Gives every answer its entity tag, what it varies by, and who may keep it; and answers 304. */
@Provider
public class AnswerFilter implements ContainerResponseFilter {
  private final Rendering rendering;
  private final SecurityIdentity caller;

  AnswerFilter(Rendering rendering, SecurityIdentity caller) {
    this.rendering = rendering;
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!request.getUriInfo().getPath().startsWith("/api/")) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("Vary", "Accept, Accept-Encoding, Accept-Language, Authorization");
    headers.putSingle(
        "Cache-Control", caller.isAnonymous() ? "public, no-cache" : "private, no-store");
    Object entity = response.getEntity();
    if (entity instanceof Page<?> page && page.getNext() != null) {
      headers.putSingle("Link", "<" + page.getNext() + ">; rel=\"next\"");
    }
    if (entity instanceof Linked linked) {
      linked.link().ifPresent(link -> headers.putSingle("Link", link));
    }
    boolean streams = entity instanceof Page<?> page && page.all() != null;
    if (entity == null || streams || response.getStatus() >= 300) {
      return;
    }
    render(request, response, rendering.of(entity));
  }

  private static void render(
      ContainerRequestContext request, ContainerResponseContext response, Rendered rendered) {
    response.getHeaders().putSingle("ETag", rendered.etag());
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reads && knows(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), rendered.etag())) {
      response.setStatus(304);
      response.setEntity(null);
    } else {
      response.setEntity(rendered.bytes(), null, MediaType.valueOf(rendered.type()));
    }
  }

  private static boolean knows(String header, String etag) {
    return header != null
        && (header.strip().equals("*")
            || Arrays.stream(header.split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(etag::equals));
  }
}
