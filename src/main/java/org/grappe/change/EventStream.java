package org.grappe.change;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Function;
import org.grappe.format.SentLater;
import org.grappe.http.Afterwards;
import org.grappe.position.Head;
import org.grappe.position.Place;

/**
 * Changes as server-sent events (WHATWG HTML, 9.2), as fast as they are read: nothing more is
 * written before what was written has left, and who takes nothing for long is cut off.
 */
final class EventStream implements SentLater, Follower {
  private static final long PULSE = Duration.ofSeconds(15).toNanos();

  /** So long after its time a comment comes without a place: it is not known how far things are. */
  private static final long LATE = PULSE + Duration.ofSeconds(2).toNanos();

  private static final long LOOK_MILLIS = 5_000;
  private static final long PATIENCE = Duration.ofSeconds(45).toNanos();

  /** A token may have been revoked where it was given: who has a credential shows it again. */
  private static final long LONGEST = Duration.ofMinutes(10).toNanos();

  private final ChangeQuery query;
  private final Followers followers;
  private final Function<ChangeLog.Slice, String> rendered;
  private final boolean isKnown;
  private final long begun = System.nanoTime();
  private volatile Place place;
  private volatile boolean more = true;
  private volatile boolean over;
  private volatile boolean full;
  private volatile long last = System.nanoTime() - PULSE;
  private RoutingContext exchange;
  private End ending;

  EventStream(
      ChangeQuery query,
      Place place,
      boolean isKnown,
      Followers followers,
      Function<ChangeLog.Slice, String> rendered) {
    this.query = query;
    this.place = place;
    this.isKnown = isKnown;
    this.followers = followers;
    this.rendered = rendered;
  }

  @Override
  public void send(RoutingContext exchange, End ending) {
    this.exchange = exchange;
    this.ending = ending;
    exchange.response().setChunked(true);
    long look = exchange.vertx().setPeriodic(LOOK_MILLIS, timer -> goOn());
    Afterwards.run(
        exchange,
        () -> {
          exchange.vertx().cancelTimer(look);
          leave();
        });
    followers.add(this);
  }

  private void leave() {
    if (!over) {
      over = true;
      ending.sent();
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
    if (full) {
      cutTheSlow(now);
      return false;
    }
    boolean isGone = !place.epoch().equals(head.epoch());
    boolean isLong = isKnown && now - begun > LONGEST;
    if (isGone || isLong) {
      end();
      return false;
    }
    return more || place.position() < head.position() || now - last >= PULSE;
  }

  /** He comes again with {@code Last-Event-ID}, as who he is now. */
  @Override
  public void stop(boolean isTaken) {
    end();
  }

  private void cutTheSlow(long now) {
    if (now - last > PATIENCE && !over) {
      HttpServerResponse response = exchange.response();
      if (!response.reset()) {
        exchange.request().connection().close();
      }
      leave();
    }
  }

  private void end() {
    if (!over) {
      over = true;
      exchange.response().end().onComplete(sent -> ending.sent());
    }
  }

  @Override
  public synchronized void tell(ChangeLog.Slice slice, long now) {
    if (over || full) {
      return;
    }
    place = slice.end();
    more = slice.more();
    if (!slice.items().isEmpty() || now - last >= PULSE) {
      write(rendered.apply(slice));
    }
  }

  /** While nobody knows how far things are, who reads and what lies between see that it goes on. */
  private void goOn() {
    if (System.nanoTime() - last >= LATE) {
      write(":\n\n");
    }
  }

  private synchronized void write(String text) {
    if (over || full) {
      return;
    }
    last = System.nanoTime();
    full = true;
    exchange
        .response()
        .write(Buffer.buffer(text))
        .onComplete(
            written -> {
              full = false;
              last = System.nanoTime();
            });
  }

  @Override
  public boolean isOver() {
    return over || exchange.response().closed();
  }
}
