package org.grappe.shared.read;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grappe.shared.Today;

/** Answers lists and single records: one statement, and one more that names the sources cited. */
@ApplicationScoped
public class Reader {
  private static final List<MediaType> STREAMED =
      List.of(MediaType.valueOf("text/csv"), MediaType.valueOf("application/x-ndjson"));

  private final Database database;
  private final CursorSecret secret;
  private final Today today;
  private final UriInfo uri;
  private final HttpHeaders headers;
  private final SecurityIdentity caller;

  Reader(
      Database database,
      CursorSecret secret,
      Today today,
      UriInfo uri,
      HttpHeaders headers,
      SecurityIdentity caller) {
    this.database = database;
    this.secret = secret;
    this.today = today;
    this.uri = uri;
    this.headers = headers;
    this.caller = caller;
  }

  private record Found<V>(V item, String key) {}

  /** The page that the request asks for, or the whole collection as a stream. */
  public <V extends View> Page<V> page(Listing<V> listing) {
    return page(listing, null);
  }

  /** The same within one owner. */
  public <V extends View> Page<V> page(Listing<V> listing, Scope scope) {
    Asked asked = new Asked(listing, uri.getQueryParameters());
    Query<V> query = new Query<>(listing, scope, asked, today.day(), isInsider());
    Optional<Cursor> cursor = asked.cursor.map(text -> Cursor.read(text, secret.bytes()));
    LocalDate day = query.startAt(cursor, uri.getPath());
    if (streams()) {
      return Page.streaming(taker -> stream(query, taker));
    }
    List<Found<V>> found = found(query);
    Long total = asked.count ? count(query) : null;
    List<V> items = found.stream().limit(asked.limit).map(Found::item).toList();
    if (found.size() <= asked.limit) {
      return new Page<>(items, null, total);
    }
    Found<V> last = found.get(asked.limit - 1);
    Cursor next =
        new Cursor(
            query.fingerprint(uri.getPath()),
            listing.isLasting() ? Optional.of(day) : Optional.empty(),
            last.item.id(),
            last.key);
    return new Page<>(items, address(next.sign(secret.bytes())), total);
  }

  /** One record as it stands on a day. */
  public <V extends View> Optional<V> one(Listing<V> listing, Scope scope, LocalDate day) {
    Select select = Query.one(listing, scope, day, isInsider());
    SourceNames names = new SourceNames();
    List<V> found =
        database.all(select.sql(), row -> listing.rows().read(row, names), select.args());
    names.resolve(database);
    return found.stream().findFirst();
  }

  /** The day that a text names; today where there is none. */
  public LocalDate day(String on) {
    if (on == null) {
      return today.day();
    }
    try {
      return Filter.day(on);
    } catch (Filter.Refusal refused) {
      throw org.grappe.shared.problem.Problems.parameter("on", refused.getMessage(), on);
    }
  }

  /** Who may see what isn't public. */
  private boolean isInsider() {
    return !caller.isAnonymous();
  }

  /** Whether the format that the caller likes best is one that streams. */
  private boolean streams() {
    for (MediaType liked : headers.getAcceptableMediaTypes()) {
      if (liked.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return false;
      }
      if (STREAMED.stream().anyMatch(liked::isCompatible)) {
        return true;
      }
    }
    return false;
  }

  private <V extends View> List<Found<V>> found(Query<V> query) {
    Select select = query.page();
    SourceNames names = new SourceNames();
    List<Found<V>> found =
        database.all(select.sql(), row -> found(query, row, names), select.args());
    names.resolve(database);
    return found;
  }

  private static <V extends View> Found<V> found(Query<V> query, ResultSet row, SourceNames names)
      throws SQLException {
    return new Found<>(query.listing().rows().read(row, names), row.getString("sort_key"));
  }

  private long count(Query<?> query) {
    Select select = query.count();
    return database.all(select.sql(), row -> row.getLong(1), select.args()).get(0);
  }

  /** Sources are named chunk by chunk, so that memory stays the same however many rows come. */
  private <V extends View> void stream(Query<V> query, java.util.function.Consumer<V> taker) {
    Select select = query.everything();
    List<V> chunk = new ArrayList<>();
    SourceNames[] names = {new SourceNames()};
    Runnable flush =
        () -> {
          names[0].resolve(database);
          chunk.forEach(taker);
          chunk.clear();
          names[0] = new SourceNames();
        };
    database.each(
        select.sql(),
        row -> query.listing().rows().read(row, names[0]),
        select.args(),
        item -> {
          chunk.add(item);
          if (chunk.size() == Asked.MOST) {
            flush.run();
          }
        });
    flush.run();
  }

  private String address(String cursor) {
    var builder = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor);
    var address = builder.build();
    return address.getRawPath() + "?" + address.getRawQuery();
  }
}
