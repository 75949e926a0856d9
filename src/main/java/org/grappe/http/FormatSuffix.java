package org.grappe.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * An address that says its format is answered in it, whatever the request accepts: {@code
 * /events.ics} is a calendar, {@code /clusters.csv} is {@code /clusters} with {@code Accept:
 * text/csv}, and {@code /clusters.tableschema.json} tells what the columns of that hold.
 */
@Provider
@PreMatching
public class FormatSuffix implements ContainerRequestFilter {
  /** Behind a list: the schema of its CSV. */
  public static final String SCHEMA = ".tableschema.json";

  private static final Pattern ENDING = Pattern.compile("\\.(csv|ndjson|tableschema\\.json)$");
  private final Routes routes;

  FormatSuffix(Routes routes) {
    this.routes = routes;
  }

  /** The path without the format that it names. */
  public static String bare(String path) {
    return ENDING.matcher(path).replaceFirst("");
  }

  /** Whether not the rows are asked for but what their columns hold. */
  public static boolean isSchema(ContainerRequestContext request) {
    return Exchange.path(request).endsWith(SCHEMA);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    routes.named(Exchange.path(request)).ifPresent(named -> answer(request, named));
  }

  private void answer(ContainerRequestContext request, NamedFormat named) {
    String method = request.getMethod();
    boolean reads = method.equals("GET") || method.equals("HEAD");
    HttpServerRequest asked = Exchange.of(request).request();
    if (!named.path().equals(asked.path())) {
      if (!reads) {
        throw new NotAllowedException("GET");
      }
      String query = asked.query() == null ? "" : "?" + Semicolons.escaped(asked.query());
      request.setRequestUri(URI.create("/"), URI.create(named.path() + query));
    }
    if (reads) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, named.type());
    }
  }
}
