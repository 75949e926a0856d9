package org.grappe.connection;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.grappe.http.Afterwards;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * One body on its way in, whoever receives it. A body that is there within a second is not so much
 * as counted; one that takes longer needs a place, and comes without a break.
 */
public final class UnderWay {
  private static final String KEY = "grappe.under-way";
  private static final long LOOK_EVERY_MILLIS = 1_000;

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final Places places;
  private final String caller;
  private final String address;
  private final long begun = System.nanoTime();
  private final long pauseNanos;
  private final long graceNanos;
  private final long least;
  private final long watch;
  private Runnable place;
  private boolean isOver;
  private long since;
  private long before;

  UnderWay(
      RoutingContext context, Places places, BodiesConfig config, String caller, String address) {
    this.context = context;
    this.request = context.request();
    this.places = places;
    this.caller = caller;
    this.address = address;
    this.pauseNanos = config.pause().toNanos();
    this.graceNanos = config.grace().toNanos();
    this.least = config.rate().asLongValue() * config.pause().toMillis() / 1_000;
    context.put(KEY, this);
    restart();
    watch = context.vertx().setPeriodic(LOOK_EVERY_MILLIS, timer -> look());
    Afterwards.run(context, this::end);
  }

  /** The body that this request sends, if it sends one that is to be read. */
  public static Optional<UnderWay> of(RoutingContext context) {
    return Optional.ofNullable(context.get(KEY));
  }

  /** Whose body it is. */
  public String caller() {
    return caller;
  }

  /** It was the service that had the client wait. */
  public synchronized void restart() {
    since = System.nanoTime();
    before = request.bytesRead();
  }

  /** All of it has come, or no more of it is wanted. */
  public synchronized void end() {
    if (!isOver) {
      isOver = true;
      context.vertx().cancelTimer(watch);
      if (place != null) {
        place.run();
      }
    }
  }

  public synchronized boolean isOver() {
    return isOver;
  }

  private synchronized void look() {
    if (isOver) {
      return;
    }
    try {
      if (place == null) {
        place = places.enter(caller, address);
      }
      requirePace();
    } catch (Problem refused) {
      end();
      context.fail(refused);
    }
  }

  private void requirePace() {
    long now = System.nanoTime();
    if (now - since < pauseNanos) {
      return;
    }
    long came = request.bytesRead() - before;
    if (came < (now - begun < graceNanos ? 1 : least)) {
      throw Problems.of(
              ProblemType.REQUEST_TIMEOUT,
              "request-timeout.body",
              least,
              TimeUnit.NANOSECONDS.toSeconds(pauseNanos))
          .with("Connection", "close");
    }
    restart();
  }
}
