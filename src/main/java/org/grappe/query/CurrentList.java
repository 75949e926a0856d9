package org.grappe.query;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grappe.caller.Callers;
import org.grappe.config.Today;
import org.grappe.problem.Problems;
import org.grappe.value.Violation;

/** The list that the current request asks for. */
@ApplicationScoped
class CurrentList {
  private final UriInfo uri;
  private final HttpServerRequest http;
  private final HttpHeaders headers;
  private final Today today;
  private final Callers callers;
  private final PastReaders past;
  private final Expansions expansions;

  CurrentList(
      UriInfo uri,
      HttpServerRequest http,
      HttpHeaders headers,
      Today today,
      Callers callers,
      PastReaders past,
      Expansions expansions) {
    this.uri = uri;
    this.http = http;
    this.headers = headers;
    this.today = today;
    this.callers = callers;
    this.past = past;
    this.expansions = expansions;
  }

  /**
   * What it asks of a listing.
   *
   * @param scope the part that the address names; null where it is the whole
   * @throws org.grappe.problem.Problem {@code invalid-parameter}, {@code unknown-parameter}
   */
  <V extends View> Query<V> of(Listing<V> listing, Scope scope) {
    refuse(Endings.untaken(http.path()));
    ListRequest request =
        new ListRequest(listing, uri.getPath(), uri.getQueryParameters(), expansions::read);
    request.known.ifPresent(
        instant ->
            past.require(
                instant,
                Optional.ofNullable(scope).flatMap(Scope::owner),
                Optional.of(request.text("cluster")).filter(text -> !text.isEmpty())));
    LocalDate day = request.known.map(today::day).orElseGet(today::day);
    return new Query<>(listing, scope, request, day, callers.current());
  }

  /**
   * Lets only such requests through as have none of these.
   *
   * @throws org.grappe.problem.Problem {@code unknown-parameter}
   */
  void refuse(Stream<String> names) {
    List<Violation> violations =
        names
            .filter(uri.getQueryParameters()::containsKey)
            .map(name -> Violation.parameter(name, "parameter.unknown", name))
            .toList();
    if (!violations.isEmpty()) {
      throw Problems.parameters(violations);
    }
  }

  /** The instant as of which it asks; none where it asks how things are. */
  Optional<Instant> known() {
    return Optional.ofNullable(uri.getQueryParameters().getFirst("knownAt"))
        .map(text -> ParameterText.read("knownAt", text, ParameterText::instant));
  }

  /** Whether the format that the caller likes best is one that has all of it. */
  boolean isExport() {
    return ListFormat.isWhole(headers);
  }

  /** The address of the page that a cursor begins. */
  String address(String cursor) {
    return PageAddress.of(http.path(), http.query() == null ? "" : http.query(), cursor);
  }
}
