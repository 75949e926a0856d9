package org.grappe.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers what an address takes (RFC 9110, 9.3.7), and refuses the methods that it doesn't take
 * before the framework looks for them at an address like it.
 */
@Provider
@PreMatching
@Priority(Priorities.USER - 1)
public class OptionsFilter implements ContainerRequestFilter {
  private final Routes routes;

  OptionsFilter(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String method = request.getMethod();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return;
    }
    PathMethods methods = routes.methods(Exchange.path(request));
    if (methods.refuse(method)) {
      throw new NotAllowedException(methods.allowed());
    }
    if (method.equals(HttpMethod.OPTIONS)) {
      request.abortWith(options(methods));
    }
  }

  private static Response options(PathMethods methods) {
    if (methods.areNone()) {
      throw new NotFoundException();
    }
    var answer = Response.ok().header(HttpHeaders.ALLOW, methods.allowed());
    methods.taken().forEach(answer::header);
    return answer.build();
  }
}
