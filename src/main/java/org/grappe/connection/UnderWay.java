package org.grappe.connection;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.grappe.http.Afterwards;
import org.grappe.problem.Problem;

/**
 * One body on its way in, whoever receives it. A body that is there within a second is not so much
 * as counted; one that takes longer needs a place, and comes without a break.
 */
public final class UnderWay {
  private static final String KEY = "grappe.under-way";
  private static final long LOOK_EVERY_MILLIS = 1_000;

  private final RoutingContext context;
  private final BodyPlaces places;
  private final String caller;
  private final String address;
  private final Pace pace;
  private final long watch;
  private Runnable place;
  private boolean isOver;

  UnderWay(
      RoutingContext context,
      BodyPlaces places,
      BodiesConfig config,
      String caller,
      String address) {
    this.context = context;
    this.places = places;
    this.caller = caller;
    this.address = address;
    this.pace = new Pace(config, context.request()::bytesRead);
    context.put(KEY, this);
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
    pace.restart();
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
      pace.require();
    } catch (Problem refused) {
      end();
      context.fail(refused);
    }
  }
}
