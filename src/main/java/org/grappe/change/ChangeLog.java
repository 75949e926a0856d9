package org.grappe.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.grappe.position.FeedPlaces;
import org.grappe.position.Head;
import org.grappe.position.Place;

/** What has changed behind a place, as one page. */
@ApplicationScoped
class ChangeLog {
  /** So many portions are looked at for one page; who is told of little is moved on. */
  private static final int PORTIONS = 20;

  /** So many are looked at to see whether an act goes on for the caller. */
  private static final int AHEAD = 100;

  private final Steps steps;
  private final FeedPlaces places;
  private final ChangeItems items;

  ChangeLog(Steps steps, FeedPlaces places, ChangeItems items) {
    this.steps = steps;
    this.places = places;
    this.items = items;
  }

  /**
   * A page.
   *
   * @param end the place behind it
   * @param more whether there is more already
   */
  record Slice(List<Change> items, Place end, boolean more) {}

  /** What is to be told to a caller behind a place, as far as the head goes. */
  Slice read(ChangeQuery query, Place after, Head head) {
    places.flush(head.position());
    Window window = new Window(query.limit(), after.position());
    long scanned = after.position();
    for (int i = 0;
        scanned < head.position() && !window.isFull() && (i < PORTIONS || window.isDecided());
        i++) {
      long upTo = Math.min(scanned + Steps.PORTION, head.position());
      window.take(steps.read(query, scanned, upTo), upTo);
      scanned = upTo;
    }
    lookAhead(query, window);
    Place end = window.end() == after.position() ? after : places.at(head.epoch(), window.end());
    return new Slice(items.of(query, window, head), end, window.end() < head.position());
  }

  /** What one write is told as; empty where this caller is told nothing of it. */
  Optional<Change> one(ChangeQuery query, Place place, Head head) {
    Window window = new Window(1, place.position() - 1);
    window.take(
        steps.read(query, place.position() - 1, place.position()).stream()
            .filter(step -> step.fingerprint() == place.fingerprint())
            .toList(),
        place.position());
    return items.of(query, window, head).stream().findFirst();
  }

  /**
   * The last item for the caller has the end of its act, whoever else is told of the rest of it.
   */
  private void lookAhead(ChangeQuery query, Window window) {
    for (int i = 0; i < AHEAD && window.isWithinAct(); i++) {
      long upTo = Math.min(window.end() + Steps.PORTION, window.lastOfAct());
      if (!steps.read(query, window.end(), upTo).isEmpty()) {
        return;
      }
      window.pass(upTo);
    }
  }

  /** A page without items, to go on from. */
  static Slice none(Place place) {
    return new Slice(Collections.emptyList(), place, false);
  }
}
