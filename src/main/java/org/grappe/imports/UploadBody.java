package org.grappe.imports;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;
import org.grappe.connection.UnderWay;

/** The bytes of one file on their way in: as many as are written, the client may send more. */
final class UploadBody {
  private static final int CHUNK = 1 << 16;
  private final RoutingContext context;
  private final HttpServerRequest request;
  private final BiConsumer<byte[], Runnable> writer;
  private Buffer received = Buffer.buffer();

  /**
   * Those of a request, which waits.
   *
   * @param writer writes bytes, and does something when it has
   */
  UploadBody(RoutingContext context, BiConsumer<byte[], Runnable> writer) {
    this.context = context;
    this.request = context.request();
    this.writer = writer;
    request.pause();
  }

  /** Whether nobody wants it any more: it came too slowly, or its client has gone. */
  static boolean isAnswered(RoutingContext context) {
    return context.response().ended() || context.response().closed();
  }

  /** How long it is told to be; 0 where it isn't. */
  long length() {
    String told = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return told == null || !told.matches("\\d{1,18}") ? 0 : Long.parseLong(told);
  }

  boolean expectsContinue() {
    return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
  }

  /** Lets it come. */
  void receive(Runnable whole, Runnable gone) {
    if (expectsContinue()) {
      context.response().writeContinue();
    }
    request
        .handler(this::take)
        .endHandler(
            end -> {
              end();
              write(whole);
            })
        .exceptionHandler(failed -> gone.run())
        .resume();
  }

  private void take(Buffer bytes) {
    if (isAnswered(context)) {
      return;
    }
    received.appendBuffer(bytes);
    if (received.length() >= CHUNK) {
      request.pause();
      write(this::goOn);
    }
  }

  private void goOn() {
    UnderWay.of(context).ifPresent(UnderWay::restart);
    request.resume();
  }

  private void write(Runnable then) {
    byte[] bytes = received.getBytes();
    received = Buffer.buffer();
    writer.accept(bytes, then);
  }

  /** It has come, or is wanted no more. */
  void end() {
    UnderWay.of(context).ifPresent(UnderWay::end);
  }

  /** What is still to come of it is let go by; nothing is where it had only waited for its turn. */
  void discard() {
    if (request.isEnded()) {
      return;
    }
    request.handler(bytes -> {}).endHandler(end -> {}).resume();
  }
}
