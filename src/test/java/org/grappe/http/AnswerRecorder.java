package org.grappe.http;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.grappe.testing.TestClassName;

/**
 * Notes which operations answer what while the tests of a class run, a line for each that is new:
 * method, template, status, type. {@code ci/answers} holds them against the document.
 */
@Singleton
class AnswerRecorder {
  /** Before whatever answers. */
  private static final int FIRST = 30_000;

  private static final Path DIRECTORY = Path.of("target", "answers");

  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Routes routes;

  AnswerRecorder(Routes routes) {
    this.routes = routes;
  }

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          context.addEndHandler(ended -> note(context));
          context.next();
        },
        FIRST);
  }

  private void note(RoutingContext context) {
    if (!context.response().ended()) {
      return;
    }
    String tests = System.getProperty(TestClassName.PROPERTY, "none");
    String method = context.request().method().name();
    int status = context.response().getStatusCode();
    String type = String.valueOf(context.response().headers().get("Content-Type"));
    routes
        .template(context)
        .map(
            template -> method + " " + template + " " + status + " " + type.replaceFirst(";.*", ""))
        .filter(line -> seen.add(tests + line))
        .ifPresent(line -> write(tests, line));
  }

  private static synchronized void write(String tests, String line) {
    try {
      Files.createDirectories(DIRECTORY);
      Files.writeString(DIRECTORY.resolve(tests + ".txt"), line + "\n", CREATE, APPEND);
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }
}
