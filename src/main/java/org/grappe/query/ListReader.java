package org.grappe.query;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.grappe.caller.Callers;
import org.grappe.config.GrappeConfig;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problems;

/** Answers lists and single records: one statement, and one more that names the sources cited. */
@ApplicationScoped
public class ListReader {
  private static final List<MediaType> FORMATS =
      List.of(
          MediaType.APPLICATION_JSON_TYPE,
          MediaType.valueOf("text/csv"),
          MediaType.valueOf("application/x-ndjson"));

  private final Database database;
  private final CursorSecret secret;
  private final Today today;
  private final UriInfo uri;
  private final HttpServerRequest http;
  private final HttpHeaders headers;
  private final Callers callers;
  private final SourceTitles titles;

  /** So many bytes of rows a page has at most, about, where it has more than one. */
  private final long most;

  ListReader(
      Database database,
      CursorSecret secret,
      Today today,
      UriInfo uri,
      HttpServerRequest http,
      HttpHeaders headers,
      Callers callers,
      SourceTitles titles,
      GrappeConfig config) {
    this.database = database;
    this.secret = secret;
    this.today = today;
    this.uri = uri;
    this.http = http;
    this.headers = headers;
    this.callers = callers;
    this.titles = titles;
    this.most = config.pages().bytes().asLongValue();
  }

  /**
   * A row of a page.
   *
   * @param count how many rows the page would have, and the first of the next
   */
  private record Found<V>(V item, String key, long count) {}

  /** The page that the request asks for, or the whole collection as a stream. */
  public <V extends View> Page<V> page(Listing<V> listing) {
    return page(listing, null);
  }

  /** The same within one owner. */
  public <V extends View> Page<V> page(Listing<V> listing, Scope scope) {
    ListRequest request = new ListRequest(listing, uri.getQueryParameters());
    Query<V> query = new Query<>(listing, scope, request, today.day(), callers.current());
    Optional<Cursor> cursor = request.cursor.map(text -> Cursor.read(text, secret.bytes()));
    LocalDate day = query.startAt(cursor, uri.getPath());
    if (streams()) {
      return Page.streaming(everything(query, true, request, day, scope));
    }
    List<Found<V>> found = found(query);
    Long total = request.count ? count(query) : null;
    List<V> items = found.stream().limit(request.limit).map(Found::item).toList();
    boolean isLast = found.isEmpty() || found.get(0).count == items.size();
    if (isLast) {
      return new Page<>(items, null, total);
    }
    Found<V> last = found.get(items.size() - 1);
    Cursor next =
        new Cursor(
            query.fingerprint(uri.getPath()),
            listing.isTemporal() ? Optional.of(day) : Optional.empty(),
            last.item.id(),
            last.key);
    return new Page<>(items, address(next.sign(secret.bytes())), total);
  }

  /** The whole collection in no order, for an answer that is nothing else. */
  public <V extends View> Page<V> everything(Listing<V> listing) {
    return Page.streaming(all(listing, false));
  }

  /** All that the request asks for, one after the other, whatever the format. */
  public <V extends View> ListExport<V> all(Listing<V> listing) {
    return all(listing, true);
  }

  private <V extends View> ListExport<V> all(Listing<V> listing, boolean ordered) {
    ListRequest request = new ListRequest(listing, uri.getQueryParameters());
    LocalDate now = today.day();
    Query<V> query = new Query<>(listing, null, request, now, callers.current());
    return everything(query, ordered, request, request.on.orElse(now), null);
  }

  private <V extends View> ListExport<V> everything(
      Query<V> query, boolean ordered, ListRequest request, LocalDate day, Scope scope) {
    return new ListExport<>(
        query, ordered, titles, uri.getPath(), request, day, scope, callers.current());
  }

  /**
   * What is made of all rows that the request's filters find, in one statement.
   *
   * @param made from what the filters say, by name: SQL that goes on after {@code with found as
   *     (…)}
   */
  public <V extends View> Page<V> unpaged(
      Listing<V> listing, Function<Map<String, Object>, String> made) {
    ListRequest request = new ListRequest(listing, uri.getQueryParameters());
    Query<V> query = new Query<>(listing, null, request, today.day(), callers.current());
    Map<String, Object> said = new HashMap<>();
    request.filters.forEach((filter, value) -> said.put(filter.name(), value));
    Select select = query.unpaged(made.apply(said));
    SourceNames names = new SourceNames();
    List<V> items =
        database.all(select.sql(), row -> listing.rows().read(row, names), select.args());
    return new Page<>(items, null, null);
  }

  /** One record as it stands on a day. */
  public <V extends View> Optional<V> one(Listing<V> listing, Scope scope, LocalDate day) {
    return single(listing, Query.one(listing, scope, day, callers.current()));
  }

  /** One record as it stood in the registry at an instant, told for a day. */
  public <V extends View> Optional<V> one(
      Listing<V> listing, UUID id, LocalDate day, Instant known) {
    return single(listing, Query.known(listing, id, known, day, callers.current()));
  }

  private <V extends View> Optional<V> single(Listing<V> listing, Select select) {
    SourceNames names = new SourceNames();
    List<V> found =
        database.all(select.sql(), row -> listing.rows().read(row, names), select.args());
    names.resolve(titles, database);
    return found.stream().findFirst();
  }

  /** The day that a text names; today where there is none. */
  public LocalDate day(String on) {
    if (on == null) {
      return today.day();
    }
    return read("on", on, Filter::day);
  }

  /** The instant that the text of a parameter names. */
  public Instant instant(String name, String text) {
    return read(name, text, Filter::instant);
  }

  private static <T> T read(String name, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllFormed illFormed) {
      throw Problems.parameter(name, illFormed.sentence(), illFormed.args());
    }
  }

  /** Whether the format that the caller likes best is one that streams. */
  private boolean streams() {
    return !PreferredType.of(headers.getAcceptableMediaTypes(), FORMATS)
        .equals(MediaType.APPLICATION_JSON_TYPE);
  }

  private <V extends View> List<Found<V>> found(Query<V> query) {
    Select select = query.page(most);
    SourceNames names = new SourceNames();
    List<Found<V>> found =
        database.all(select.sql(), row -> found(query, row, names), select.args());
    names.resolve(titles, database);
    return found;
  }

  private static <V extends View> Found<V> found(Query<V> query, ResultSet row, SourceNames names)
      throws SQLException {
    return new Found<>(
        query.listing().rows().read(row, names),
        row.getString("sort_key"),
        row.getLong("page_found"));
  }

  private long count(Query<?> query) {
    Select select = query.count();
    return database.all(select.sql(), row -> row.getLong(1), select.args()).get(0);
  }

  private String address(String cursor) {
    String query = http.query() == null ? "" : "?" + http.query();
    return UriBuilder.fromUri(http.path() + query)
        .replaceQueryParam("cursor", cursor)
        .build()
        .toString();
  }
}
