package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.grappe.change.ChangeFeed;
import org.grappe.http.PublicAddress;
import org.grappe.position.FeedCursors;
import org.grappe.position.Head;
import org.grappe.position.Place;
import org.grappe.position.Positions;
import org.grappe.problem.Problem;

/** What deliveries tell, as events. */
@ApplicationScoped
class CloudEvents {
  private static final String PATH = "/api/v1/changes";

  private final ChangeFeed feed;
  private final Positions positions;
  private final FeedCursors cursors;
  private final String source;

  CloudEvents(ChangeFeed feed, Positions positions, FeedCursors cursors, PublicAddress address) {
    this.feed = feed;
    this.positions = positions;
    this.cursors = cursors;
    this.source = address.configured().orElse("") + PATH;
  }

  /** A challenge that is met with this token. */
  CloudEvent challenge(Claim claim, String token, Instant now) {
    return CloudEvent.challenge(claim.delivery(), source, token, now);
  }

  CloudEvent gone(Claim claim, Instant now) {
    return CloudEvent.gone(claim.delivery(), source, claim.cursor(), now);
  }

  /** A change as the feed tells it now; empty where it tells nothing of it any more. */
  Optional<CloudEvent> change(Claim claim, ChangeFeed.Wanted wanted) {
    return place(claim)
        .flatMap(place -> feed.at(wanted, place, head(place)))
        .map(change -> CloudEvent.of(claim.delivery(), source, change));
  }

  /** The place in the feed, where it is still this one. */
  private Optional<Place> place(Claim claim) {
    try {
      return Optional.of(cursors.read(claim.cursor()))
          .filter(place -> place.epoch().equals(positions.head().epoch()));
    } catch (Problem gone) {
      return Optional.empty();
    }
  }

  private static Head head(Place place) {
    return new Head(place.epoch(), place.position(), false, false, null);
  }
}
