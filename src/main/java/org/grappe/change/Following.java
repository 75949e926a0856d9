package org.grappe.change;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.grappe.caller.Caller;
import org.grappe.position.FeedCursors;
import org.grappe.position.FeedPlaces;
import org.grappe.position.Head;
import org.grappe.position.Place;
import org.grappe.position.Positions;

/** Answers those who follow what changes: with a page, which may come late, or as a stream. */
@ApplicationScoped
class Following {
  private static final String NOW = "now";
  private final ChangeLog log;
  private final Followers followers;
  private final ChangeFormats formats;
  private final Positions positions;
  private final FeedPlaces places;
  private final FeedCursors cursors;

  Following(
      ChangeLog log,
      Followers followers,
      ChangeFormats formats,
      Positions positions,
      FeedPlaces places,
      FeedCursors cursors) {
    this.log = log;
    this.followers = followers;
    this.formats = formats;
    this.positions = positions;
    this.places = places;
    this.cursors = cursors;
  }

  /**
   * All from a place on, as it comes.
   *
   * @param after the place, as a caller names it
   */
  EventStream stream(ChangeQuery query, String after) {
    boolean isKnown = !query.caller().equals(Caller.PUBLIC);
    return new EventStream(
        query, place(after, positions.settled()), isKnown, followers, formats::events);
  }

  /**
   * A page from a place on.
   *
   * @param seconds so long its first item is waited for
   */
  Object page(ChangeQuery query, String after, int seconds, HttpServerRequest request) {
    Head head = positions.settled();
    boolean isNow = NOW.equals(after);
    Place place = place(after, head);
    String next = next(request);
    ChangeLog.Slice slice = isNow ? ChangeLog.none(place) : log.read(query, place, head);
    boolean waits = seconds > 0 && !isNow && slice.items().isEmpty() && !slice.more();
    return waits && request.method().name().equals("GET")
        ? new LatePage(query, slice.end(), seconds, followers, late -> formats.json(late, next))
        : formats.page(slice, next);
  }

  private Place place(String after, Head head) {
    if (after == null) {
      return new Place(head.epoch(), 0, 0);
    }
    if (after.equals(NOW)) {
      places.flush(head.position());
      return places.at(head.epoch(), head.position());
    }
    Place place = cursors.read(after);
    places.require(place, head);
    return place;
  }

  /** The address of the next page, up to its cursor. */
  private static String next(HttpServerRequest request) {
    String kept =
        request.query() == null
            ? ""
            : Arrays.stream(request.query().split("&"))
                .filter(one -> !one.startsWith("after=") && !one.isEmpty())
                .map(one -> one + "&")
                .collect(Collectors.joining());
    return request.path() + "?" + kept + "after=";
  }
}
