package org.grappe.home;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.grappe.http.PageMethods;

/** {@code /docs/guides/}: what people read who use the service, from the project's own files. */
@Singleton
class Guides {
  /** Their names, in the order in which they are listed. */
  static final List<String> NAMES =
      List.of(
          "front-end",
          "partners",
          "secretary",
          "operator",
          "command-line",
          "guide",
          "versions",
          "operations",
          "security",
          "oidc");

  private static final String FOLDER = "/docs/guides/";

  /** Where it begins: with the first of them. */
  private static final String FIRST = NAMES.get(0);

  private final Map<String, PackedFile> pages = new ConcurrentHashMap<>();

  void register(@Observes Router router) {
    router.routeWithRegex("/docs/guides(/[a-z-]*)?").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    String path = context.request().path();
    String name = path.substring(Math.min(path.length(), FOLDER.length()));
    if (!PageMethods.reads(context) && (name.isEmpty() || NAMES.contains(name))) {
      PageMethods.answerOthers(context);
    } else if (name.isEmpty()) {
      // relative, for the service may stand behind a path that it does not know
      context
          .response()
          .setStatusCode(302)
          .putHeader(HttpHeaders.LOCATION, path.endsWith("/") ? FIRST : "guides/" + FIRST)
          .end();
    } else if (NAMES.contains(name)) {
      context
          .vertx()
          .executeBlocking(() -> pages.computeIfAbsent(name, GuidePage::of), false)
          .onSuccess(page -> PackedAnswer.end(context, page, PackedAnswer.ASKED_ANEW))
          .onFailure(context::fail);
    } else {
      context.next();
    }
  }
}
