package org.grappe.cache;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which cluster's members, mandates and events an address asks for, where it is one's alone. */
final class OneCluster {
  private static final String RECORD = "/api/v1/clusters/";

  /**
   * As most name it: an id has capitals and a slug escapes for others, and neither is looked at.
   */
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

  private static final Pattern PARAMETER = Pattern.compile("(?:^|&)cluster=(" + NAME + ")(?=&|$)");

  private OneCluster() {}

  /** Its id or slug; null where there is none. */
  static String of(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    String path = request.path();
    if (path.startsWith(RECORD)) {
      int end = path.indexOf('/', RECORD.length());
      String named = path.substring(RECORD.length(), end < 0 ? path.length() : end);
      return NAME.matcher(named).matches() ? named : null;
    }
    String query = request.query();
    if (query == null) {
      return null;
    }
    Matcher one = PARAMETER.matcher(query);
    return one.find() && query.indexOf("cluster", one.end()) < 0 ? one.group(1) : null;
  }
}
