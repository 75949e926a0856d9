package org.grappe.home;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.grappe.http.PageMethods;

/**
 * {@code /docs/}: the page on which people read and search what the document says, with all that it
 * and the page at {@code /} need, so that they ask nobody else. Its policy stands with those of all
 * other answers.
 */
@Singleton
class Documentation {
  private static final String PAGE = "/docs/";

  /** What has its version in its name is never another. */
  private static final String A_YEAR = "public, max-age=31536000, immutable";

  private final Map<String, PackedFile> files =
      Map.of(
          PAGE,
          PackedFile.plain("/docs/index.html", "text/html;charset=UTF-8"),
          "/docs/page.js",
          PackedFile.plain("/docs/page.js", "text/javascript;charset=UTF-8"),
          "/docs/samples.js",
          PackedFile.plain("/docs/samples.js", "text/javascript;charset=UTF-8"),
          "/docs/scalar-1.76.0.js",
          PackedFile.packed("/docs/scalar-1.76.0.js.gz", "text/javascript;charset=UTF-8"),
          "/docs/home.js",
          PackedFile.plain("/docs/home.js", "text/javascript;charset=UTF-8"),
          "/docs/mermaid-tiny-12.0.0.js",
          PackedFile.packed("/docs/mermaid-tiny-12.0.0.js.gz", "text/javascript;charset=UTF-8"),
          "/docs/licences.txt",
          PackedFile.plain("/docs/licences.txt", "text/plain;charset=UTF-8"));

  void register(@Observes Router router) {
    router.routeWithRegex("/docs(/[^/]*)?").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    boolean isThere = request.path().equals("/docs") || files.containsKey(request.path());
    if (isThere && !PageMethods.reads(context)) {
      PageMethods.answerOthers(context);
      return;
    }
    if (request.path().equals("/docs")) {
      // relative, for the service may stand behind a path that it does not know
      response.setStatusCode(301).putHeader(HttpHeaders.LOCATION, "docs/").end();
      return;
    }
    PackedFile file = files.get(request.path());
    if (file == null) {
      context.next();
      return;
    }
    PackedAnswer.end(
        context, file, request.path().contains("-") ? A_YEAR : PackedAnswer.ASKED_ANEW);
  }
}
