package org.grappe.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Collectors;

/** Notes which address is served, for those who count requests. */
@Provider
@Priority(0)
public class Matched implements ContainerRequestFilter {
  private final Map<Method, String> templates;

  @Context ResourceInfo resource;

  Matched(Routes routes) {
    this.templates =
        routes.all().stream().collect(Collectors.toMap(Route::method, Route::template));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String template = templates.get(resource.getResourceMethod());
    if (template != null) {
      Exchange.of(request).put(Routes.TEMPLATE, template);
    }
  }
}
