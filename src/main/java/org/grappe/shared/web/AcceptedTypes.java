package org.grappe.shared.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads {@code Accept} as far as it can be read: what is no media range accepts nothing. */
@Provider
@PreMatching
@Priority(Priorities.HEADER_DECORATOR)
public class AcceptedTypes implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accepted == null || accepted.equals(MediaType.WILDCARD)) {
      return;
    }
    String readable =
        Arrays.stream(accepted.split(","))
            .filter(AcceptedTypes::isReadable)
            .collect(Collectors.joining(","));
    if (accepted.isBlank()) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    } else if (!readable.isEmpty() && !readable.equals(accepted)) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, readable);
    }
  }

  private static boolean isReadable(String range) {
    try {
      return !range.isBlank() && MediaType.valueOf(range.strip()) != null;
    } catch (IllegalArgumentException illFormed) {
      return false;
    }
  }
}
