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
import org.grappe.caller.CurrentRequest;

/** Notes which address is served, for those who count requests. */
@Provider
@Priority(0)
public class Matched implements ContainerRequestFilter {
  private final CurrentRequest current;
  private final Map<Method, String> templates;

  @Context ResourceInfo resource;

  Matched(CurrentRequest current, Routes routes) {
    this.current = current;
    this.templates =
        routes.all().stream().collect(Collectors.toMap(Route::method, Route::template));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String template = templates.get(resource.getResourceMethod());
    if (template != null) {
      current.note(Routes.TEMPLATE, template);
    }
  }
}
