package org.grappe.change;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.grappe.format.Rendered;
import org.grappe.position.Head;
import org.grappe.position.Place;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** A page that is answered once it has an item, or its time is over. */
final class LatePage extends Follower {
  /** How long after its time it may be before it is said that nothing can be told. */
  private static final long GRACE_MILLIS = 2_000;

  private final Function<ChangeLog.Slice, Rendered> rendered;
  private final long end;

  LatePage(
      ChangeQuery query,
      Place place,
      int seconds,
      Followers followers,
      Function<ChangeLog.Slice, Rendered> rendered) {
    super(query, place, followers);
    this.rendered = rendered;
    this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  @Override
  long begin(RoutingContext context) {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + GRACE_MILLIS;
    return context.vertx().setTimer(Math.max(left, 1), timer -> giveUp());
  }

  @Override
  void leave() {
    takeEnd();
  }

  /** Nobody knows what there is to tell: the database has gone, or is far too slow. */
  private void giveUp() {
    refuse(Problems.of(ProblemType.UNAVAILABLE, "unavailable").with("Retry-After", "5"));
  }

  private void refuse(Problem problem) {
    if (takeEnd()) {
      ending().refused(problem);
    }
  }

  @Override
  boolean isDue(Head head, long now) {
    return place().position() < head.position()
        || !place().epoch().equals(head.epoch())
        || now - end >= 0;
  }

  @Override
  void tell(ChangeLog.Slice slice, long now) {
    if (!slice.items().isEmpty() || now - end >= 0) {
      answer(slice);
    } else {
      goOnFrom(slice.end());
    }
  }

  /** What cannot be rendered is left to whoever gives up. */
  private void answer(ChangeLog.Slice slice) {
    Rendered page = rendered.apply(slice);
    if (takeEnd()) {
      exchange()
          .response()
          .putHeader(HttpHeaders.ETAG, page.etag())
          .end(Buffer.buffer(page.bytes()))
          .onComplete(sent -> ending().sent());
    }
  }

  /** He asks again, as who he is now. */
  @Override
  void stop(boolean isTaken) {
    if (isTaken) {
      answer(ChangeLog.none(place()));
    } else {
      refuse(Problems.refused("credential.no-longer"));
    }
  }
}
