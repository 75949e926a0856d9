package org.grappe.change;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.grappe.format.SentLater;
import org.grappe.http.Afterwards;
import org.grappe.position.Head;
import org.grappe.position.Place;

/** A page that is answered once it has an item, or its time is over. */
final class LatePage implements SentLater, Follower {
  private final ChangeQuery query;
  private final Followers followers;
  private final Function<ChangeLog.Slice, byte[]> rendered;
  private final long end;
  private volatile Place place;
  private volatile boolean over;
  private RoutingContext exchange;
  private Runnable after;

  LatePage(
      ChangeQuery query,
      Place place,
      int seconds,
      Followers followers,
      Function<ChangeLog.Slice, byte[]> rendered) {
    this.query = query;
    this.place = place;
    this.followers = followers;
    this.rendered = rendered;
    this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  @Override
  public void send(RoutingContext exchange, Runnable after) {
    this.exchange = exchange;
    this.after = after;
    Afterwards.run(exchange, this::leave);
    followers.add(this);
  }

  private void leave() {
    over = true;
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
  public void tell(ChangeLog.Slice slice, long now) {
    place = slice.end();
    if (!over && (!slice.items().isEmpty() || now - end >= 0)) {
      over = true;
      exchange.response().end(Buffer.buffer(rendered.apply(slice))).onComplete(sent -> after.run());
    }
  }

  @Override
  public boolean isOver() {
    return over || exchange.response().closed();
  }
}
