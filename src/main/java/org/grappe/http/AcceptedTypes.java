package org.grappe.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Chooses what an address answers by the whole of {@code Accept}, and leaves nothing to choose: the
 * framework takes no {@code text/*} for CSV, and a type of weight 0 for one that is welcome.
 */
@Provider
@PreMatching
@Priority(Priorities.HEADER_DECORATOR)
public class AcceptedTypes implements ContainerRequestFilter {
  private final Routes routes;

  AcceptedTypes(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accepted == null || accepted.equals(MediaType.WILDCARD)) {
      return;
    }
    if (accepted.isBlank()) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
      return;
    }
    List<String> offered = offered(Exchange.path(request), request.getMethod());
    // most callers name one type, and nothing but it
    if (!offered.isEmpty() && !offered.contains(accepted)) {
      String best = Accept.of(accepted).best(offered).orElseThrow(() -> refused(offered));
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, best);
    }
  }

  private static Problem refused(List<String> offered) {
    return Problems.of(ProblemType.NOT_ACCEPTABLE, "not-acceptable", String.join(", ", offered));
  }

  /** What is left to choose: nothing where the address says its format. */
  private List<String> offered(String path, String method) {
    String verb = method.equals("HEAD") ? "GET" : method;
    if (routes.named(path).isPresent()) {
      return List.of();
    }
    return routes.at(path).stream()
        .filter(route -> route.verb().equals(verb))
        .flatMap(route -> route.answered().stream())
        .distinct()
        .toList();
  }
}
