package org.grappe.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.grappe.database.Database;
import org.grappe.database.Statements;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Places in the feed that are told to callers. */
@ApplicationScoped
public class FeedPlaces {
  private static final String FINGERPRINT = "select fingerprint_at(?)";
  private static final String NOW =
      "select epoch, position, fingerprint_at(position) from positions";

  private static final String THEN =
      """
      select epoch, told.position, fingerprint_at(told.position)
      from position_by(?::timestamptz) told(position) cross join positions""";

  private final Database database;
  private final AtomicLong flushed = new AtomicLong();

  FeedPlaces(Database database) {
    this.database = database;
  }

  /** The place behind a position. */
  public Place at(String epoch, long position) {
    return at(database, epoch, position);
  }

  /**
   * Behind all that a snapshot shows, or showed at an instant; what it shows and has no position
   * yet comes after.
   */
  public static Place ofSnapshot(Statements snapshot, Optional<Instant> known) {
    return snapshot
        .all(
            known.isEmpty() ? NOW : THEN,
            row -> new Place(row.getString(1), row.getLong(2), row.getLong(3)),
            known.map(at -> List.<Object>of(at)).orElse(List.of()))
        .get(0);
  }

  private static Place at(Statements in, String epoch, long position) {
    long fingerprint = in.all(FINGERPRINT, row -> row.getLong(1), List.of(position)).get(0);
    return new Place(epoch, position, fingerprint);
  }

  /**
   * Makes sure that a place is one of this feed.
   *
   * @throws Problem {@code cursor-gone} where it is not, or no longer; {@code unavailable} where
   *     this database has not come as far
   */
  public void require(Place place, Head head) {
    if (isGone(place, head)) {
      throw FeedCursors.gone();
    }
    if (place.position() > head.position()) {
      throw Problems.of(ProblemType.UNAVAILABLE, "changes.replica").with("Retry-After", "1");
    }
  }

  /** Whether a place is none of this feed, or no longer. */
  public boolean isGone(Place place, Head head) {
    if (!place.epoch().equals(head.epoch())) {
      return true;
    }
    return place.position() > head.position()
        ? !head.replica()
        : at(place.epoch(), place.position()).fingerprint() != place.fingerprint();
  }

  /** Has a position on the disk, with all before it, before anybody outside is told of it. */
  public void flush(long position) {
    if (flushed.get() != position) {
      database.one("select flush_positions()", row -> true);
      flushed.set(position);
    }
  }
}
