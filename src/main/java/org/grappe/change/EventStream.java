package org.grappe.change;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Function;
import org.grappe.position.Head;
import org.grappe.position.Place;

/**
 * Changes as server-sent events (WHATWG HTML, 9.2), as fast as they are read: nothing more is
 * written before what was written has left, and who takes nothing for long is cut off.
 */
final class EventStream extends Follower {
  private static final long PULSE = Duration.ofSeconds(15).toNanos();

  /** So long after its time a comment comes without a place: it is not known how far things are. */
  private static final long LATE = PULSE + Duration.ofSeconds(2).toNanos();

  private static final long LOOK_MILLIS = 5_000;
  private static final long PATIENCE = Duration.ofSeconds(45).toNanos();

  /** A token may have been revoked where it was given: who has a credential shows it again. */
  private static final long LONGEST = Duration.ofMinutes(10).toNanos();

  private final Function<ChangeLog.Slice, String> rendered;
  private final boolean isKnown;
  private final long begun = System.nanoTime();
  private volatile boolean more = true;
  private volatile boolean full;
  private volatile long last = System.nanoTime() - PULSE;

  EventStream(
      ChangeQuery query,
      Place place,
      boolean isKnown,
      Followers followers,
      Function<ChangeLog.Slice, String> rendered) {
    super(query, place, followers);
    this.isKnown = isKnown;
    this.rendered = rendered;
  }

  @Override
  long begin(RoutingContext context) {
    context.response().setChunked(true);
    return context.vertx().setPeriodic(LOOK_MILLIS, timer -> goOn());
  }

  @Override
  void leave() {
    if (takeEnd()) {
      ending().sent();
    }
  }

  @Override
  boolean isDue(Head head, long now) {
    if (full) {
      cutTheSlow(now);
      return false;
    }
    boolean isGone = !place().epoch().equals(head.epoch());
    boolean isLong = isKnown && now - begun > LONGEST;
    if (isGone || isLong) {
      end();
      return false;
    }
    return more || place().position() < head.position() || now - last >= PULSE;
  }

  /** He comes again with {@code Last-Event-ID}, as who he is now. */
  @Override
  void stop(boolean isTaken) {
    end();
  }

  private void cutTheSlow(long now) {
    if (now - last > PATIENCE && takeEnd()) {
      HttpServerResponse response = exchange().response();
      if (!response.reset()) {
        exchange().request().connection().close();
      }
      ending().sent();
    }
  }

  private void end() {
    if (takeEnd()) {
      exchange().response().end().onComplete(sent -> ending().sent());
    }
  }

  @Override
  synchronized void tell(ChangeLog.Slice slice, long now) {
    if (full || isOver()) {
      return;
    }
    boolean tells = !slice.items().isEmpty() || now - last >= PULSE;
    // before the place is left behind, so that what cannot be rendered is not passed over
    String text = tells ? rendered.apply(slice) : "";
    goOnFrom(slice.end());
    more = slice.more();
    if (tells) {
      write(text);
    }
  }

  /** While nobody knows how far things are, who reads and what lies between see that it goes on. */
  private void goOn() {
    if (System.nanoTime() - last >= LATE) {
      write(":\n\n");
    }
  }

  private synchronized void write(String text) {
    if (full || isOver()) {
      return;
    }
    last = System.nanoTime();
    full = true;
    exchange()
        .response()
        .write(Buffer.buffer(text))
        .onComplete(
            written -> {
              full = false;
              last = System.nanoTime();
            });
  }
}
