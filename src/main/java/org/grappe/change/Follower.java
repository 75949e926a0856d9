package org.grappe.change;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.grappe.format.SentLater;
import org.grappe.http.Afterwards;
import org.grappe.position.Head;
import org.grappe.position.Place;

/** One who waits for changes. However many threads think that they end it, one does. */
abstract class Follower implements SentLater {
  private final ChangeQuery query;
  private final Followers followers;
  private volatile Place place;
  private RoutingContext exchange;
  private End ending;
  private final AtomicBoolean over = new AtomicBoolean();

  Follower(ChangeQuery query, Place place, Followers followers) {
    this.query = query;
    this.place = place;
    this.followers = followers;
  }

  @Override
  public final void send(RoutingContext context, End end) {
    exchange = context;
    ending = end;
    long timer = begin(context);
    Afterwards.run(
        context,
        () -> {
          context.vertx().cancelTimer(timer);
          leave();
        });
    followers.add(this);
  }

  /**
   * It begins to wait.
   *
   * @return a timer that is cancelled when the exchange is over
   */
  abstract long begin(RoutingContext context);

  /** The exchange is over. */
  abstract void leave();

  /** Whether he can be told anything now, or has waited long enough. */
  abstract boolean isDue(Head head, long now);

  /** Tells him what is new, if anything. Called by one thread at a time. */
  abstract void tell(ChangeLog.Slice slice, long now);

  /**
   * He is told no more: his credential lets him read otherwise than when he began.
   *
   * @param isTaken whether it is taken at all
   */
  abstract void stop(boolean isTaken);

  final ChangeQuery query() {
    return query;
  }

  /** Behind this he has been told all that is told him. */
  final Place place() {
    return place;
  }

  final void goOnFrom(Place next) {
    place = next;
  }

  final RoutingContext exchange() {
    return exchange;
  }

  /** Whoever calls this first is to end the exchange, and to say so; all others are not. */
  final boolean takeEnd() {
    return over.compareAndSet(false, true);
  }

  /** Says how it ended. */
  final End ending() {
    return ending;
  }

  /** Whether somebody ends it, or he has gone. */
  final boolean isOver() {
    return over.get() || exchange.response().closed();
  }
}
