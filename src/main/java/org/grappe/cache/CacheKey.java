package org.grappe.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grappe.http.Clients;
import org.grappe.problem.Messages;

/**
 * What a public answer depends on beside what the registry holds.
 *
 * @param target path and query as they were asked for: pages link to their next by them
 * @param accept what the request accepts
 * @param language that of sentences
 * @param day today, for what is told without a day of its own
 * @param cluster that of which alone it tells, as it is named; null where it tells of others, too
 */
record CacheKey(String target, String accept, String language, LocalDate day, String cluster) {
  private static final int LONGEST = 2_000;

  /** What is never kept: instants are told to those who show a credential, and changes wait. */
  private static final List<String> NEVER = List.of("/api/v1/changes", "/api/v1/export");

  /** That of a request whose answer may be kept. */
  static Optional<CacheKey> of(RoutingContext exchange, LocalDate day) {
    HttpServerRequest request = exchange.request();
    MultiMap headers = request.headers();
    String target = request.uri();
    boolean mayBeKept =
        isRead(request)
            && target.length() <= LONGEST
            && NEVER.stream().noneMatch(request.path()::startsWith)
            && Clients.credential(exchange).isEmpty()
            && !hasBody(headers)
            && isSimple(headers);
    if (!mayBeKept) {
      return Optional.empty();
    }
    return Optional.of(
        new CacheKey(
            target,
            String.valueOf(headers.get(HttpHeaders.ACCEPT)),
            Messages.of(headers.get(HttpHeaders.ACCEPT_LANGUAGE)).tag(),
            day,
            OneCluster.of(exchange)));
  }

  /** Whether something of the registry is read. */
  static boolean isRead(HttpServerRequest request) {
    return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
        && request.path().startsWith("/api/");
  }

  private static boolean hasBody(MultiMap headers) {
    String length = headers.get(HttpHeaders.CONTENT_LENGTH);
    return (length != null && !length.equals("0"))
        || headers.contains(HttpHeaders.TRANSFER_ENCODING);
  }

  /** Whether what is chosen by is told once each, and not at length. */
  private static boolean isSimple(MultiMap headers) {
    for (CharSequence name :
        List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.IF_NONE_MATCH)) {
      List<String> values = headers.getAll(name);
      if (values.size() > 1 || (values.size() == 1 && values.get(0).length() > LONGEST)) {
        return false;
      }
    }
    return true;
  }

  /** How much memory it takes, about. */
  int weight() {
    return 2 * (target.length() + accept.length()) + 100;
  }
}
