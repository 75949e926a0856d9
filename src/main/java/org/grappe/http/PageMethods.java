package org.grappe.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** What a page takes that is no resource: it is read, and nothing else. */
public final class PageMethods {
  private static final String ALLOWED = "GET, HEAD, OPTIONS";

  private PageMethods() {}

  /** Whether a page is to be read. */
  public static boolean reads(RoutingContext context) {
    return List.of(HttpMethod.GET, HttpMethod.HEAD).contains(context.request().method());
  }

  /** Answers a request that does not read: what the page takes, or that it takes nothing else. */
  public static void answerOthers(RoutingContext context) {
    if (context.request().method().equals(HttpMethod.OPTIONS)) {
      context.response().putHeader(HttpHeaders.ALLOW, ALLOWED).end();
    } else {
      context.fail(
          Problems.of(
                  ProblemType.METHOD_NOT_ALLOWED,
                  "method-not-allowed",
                  context.request().method().name(),
                  ALLOWED)
              .with("Allow", ALLOWED));
    }
  }
}
