package org.grappe.connection;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.grappe.http.Afterwards;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** One body that is received into memory. */
final class Received {
  /** So little needs no leave. */
  private static final int LITTLE = 1 << 16;

  private static final long LONGEST_WAIT_MILLIS = 10_000;
  private static final long TRY_EVERY_MILLIS = 250;

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final UnderWay underWay;
  private final BodyPlaces places;
  private final int most;
  private final long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
  private Buffer bytes = Buffer.buffer();

  Received(RoutingContext context, UnderWay underWay, BodyPlaces places, int most) {
    this.context = context;
    this.request = context.request();
    this.underWay = underWay;
    this.places = places;
    this.most = most;
  }

  void begin() {
    request.pause();
    String told = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    long length = told == null ? most : Long.parseLong(told);
    if (length > most) {
      refuseTheRest();
    } else if (length <= LITTLE) {
      receive();
    } else {
      makeRoom(length);
    }
  }

  /** Waits for room without a thread. */
  private void makeRoom(long length) {
    if (underWay.isOver()) {
      return;
    }
    try {
      Runnable place = places.keep(underWay.caller(), length);
      Afterwards.run(context, place);
      receive();
    } catch (Problem full) {
      if (System.nanoTime() < until) {
        underWay.restart();
        context.vertx().setTimer(TRY_EVERY_MILLIS, timer -> makeRoom(length));
      } else {
        underWay.end();
        context.fail(full);
      }
    }
  }

  private void receive() {
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      context.response().writeContinue();
    }
    request.handler(this::take).endHandler(end -> handOn()).resume();
  }

  private void take(Buffer piece) {
    if (underWay.isOver()) {
      return;
    }
    if (bytes.length() + piece.length() > most) {
      refuseTheRest();
    } else {
      bytes.appendBuffer(piece);
    }
  }

  private void handOn() {
    if (!underWay.isOver()) {
      underWay.end();
      Reception.handOn(context, bytes.getBytes());
    }
  }

  /** The resource says what stands against the request; its body is read no further. */
  private void refuseTheRest() {
    underWay.end();
    bytes = null;
    Reception.handOn(
        context, Problems.of(ProblemType.PAYLOAD_TOO_LARGE, "payload-too-large", most));
  }
}
