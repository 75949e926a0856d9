package org.grappe.shared.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Reads {@code /clusters.csv} as {@code /clusters} with {@code Accept: text/csv}. */
@Provider
@PreMatching
public class FormatSuffix implements ContainerRequestFilter {
  /** The formats that a path can name. */
  public static final Map<String, String> TYPES =
      Map.of(".csv", Formats.CSV, ".ndjson", Formats.NDJSON);

  @Override
  public void filter(ContainerRequestContext request) {
    if (TYPES.keySet().stream().noneMatch(request.getUriInfo().getPath()::endsWith)) {
      return;
    }
    String path = request.getUriInfo().getRequestUri().getRawPath();
    TYPES.forEach(
        (suffix, type) -> {
          if (path.endsWith(suffix) && request.getMethod().matches("GET|HEAD")) {
            String plain = path.substring(0, path.length() - suffix.length());
            request.setRequestUri(
                request.getUriInfo().getRequestUriBuilder().replacePath(plain).build());
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, type);
          }
        });
  }
}
