package org.grappe.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.grappe.problem.Problems;
import org.grappe.query.GivenParameters;
import org.grappe.query.Page;
import org.grappe.value.Violation;

/**
 * Refuses every query parameter that a method does not name, or that is empty or given twice. Lists
 * do so themselves, for theirs are known to their listing.
 */
@Provider
public class QueryGuard implements ContainerRequestFilter {
  /** Where parameters are named; whatever else is there takes any. */
  private static final List<String> PATHS = List.of("/api/", "/problems");

  private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (Exchange.of(request).request().query() == null) {
      return;
    }
    Method method = resource.getResourceMethod();
    if (method == null
        || method.getReturnType() == Page.class
        || method.isAnnotationPresent(Listed.class)
        || PATHS.stream().noneMatch(request.getUriInfo().getPath()::startsWith)) {
      return;
    }
    Map<String, Boolean> names = known.computeIfAbsent(method, QueryGuard::names);
    List<Violation> violations = new ArrayList<>();
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!names.containsKey(name)) {
                violations.add(Violation.parameter(name, "parameter.unknown", name));
              } else {
                GivenParameters.fault(name, values, names.get(name)).ifPresent(violations::add);
              }
            });
    if (!violations.isEmpty()) {
      throw Problems.parameters(violations);
    }
  }

  /** Those that it names, and whether each takes several values. */
  private static Map<String, Boolean> names(Method method) {
    return Arrays.stream(method.getParameters())
        .filter((Parameter parameter) -> parameter.isAnnotationPresent(QueryParam.class))
        .collect(
            Collectors.toMap(
                parameter -> parameter.getAnnotation(QueryParam.class).value(),
                parameter -> parameter.getType() == List.class));
  }
}
