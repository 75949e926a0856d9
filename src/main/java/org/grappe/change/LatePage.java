package org.grappe.change;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.grappe.format.Rendered;
import org.grappe.format.SentLater;
import org.grappe.http.Afterwards;
import org.grappe.position.Head;
import org.grappe.position.Place;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** A page that is answered once it has an item, or its time is over. */
final class LatePage implements SentLater, Follower {
  /** How long after its time it may be before it is said that nothing can be told. */
  private static final long GRACE_MILLIS = 2_000;

  private final ChangeQuery query;
  private final Followers followers;
  private final Function<ChangeLog.Slice, Rendered> rendered;
  private final long end;
  private volatile Place place;
  private volatile boolean over;
  private RoutingContext exchange;
  private End ending;

  LatePage(
      ChangeQuery query,
      Place place,
      int seconds,
      Followers followers,
      Function<ChangeLog.Slice, Rendered> rendered) {
    this.query = query;
    this.place = place;
    this.followers = followers;
    this.rendered = rendered;
    this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  @Override
  public void send(RoutingContext exchange, End ending) {
    this.exchange = exchange;
    this.ending = ending;
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + GRACE_MILLIS;
    long alarm = exchange.vertx().setTimer(Math.max(left, 1), timer -> giveUp());
    Afterwards.run(
        exchange,
        () -> {
          exchange.vertx().cancelTimer(alarm);
          leave();
        });
    followers.add(this);
  }

  private synchronized void leave() {
    over = true;
  }

  /** Nobody knows what there is to tell: the database has gone, or is far too slow. */
  private synchronized void giveUp() {
    if (!over) {
      over = true;
      ending.refused(Problems.of(ProblemType.UNAVAILABLE, "unavailable").with("Retry-After", "5"));
    }
  }

  @Override
  public ChangeQuery query() {
    return query;
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public boolean isDue(Head head, long now) {
    return place.position() < head.position()
        || !place.epoch().equals(head.epoch())
        || now - end >= 0;
  }

  @Override
  public synchronized void tell(ChangeLog.Slice slice, long now) {
    place = slice.end();
    if (!slice.items().isEmpty() || now - end >= 0) {
      answer(slice);
    }
  }

  private void answer(ChangeLog.Slice slice) {
    if (!over) {
      over = true;
      Rendered page = rendered.apply(slice);
      exchange
          .response()
          .putHeader(HttpHeaders.ETAG, page.etag())
          .end(Buffer.buffer(page.bytes()))
          .onComplete(sent -> ending.sent());
    }
  }

  /** He asks again, as who he is now. */
  @Override
  public synchronized void stop(boolean isTaken) {
    if (isTaken) {
      answer(ChangeLog.none(place));
    } else if (!over) {
      over = true;
      ending.refused(Problems.refused("credential.no-longer"));
    }
  }

  @Override
  public boolean isOver() {
    return over || exchange.response().closed();
  }
}
