package org.grappe.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * One request, and as much of its answer as is wanted. It is over when the connection is free for
 * another, or closed: what a receiver goes on to say is not waited for.
 */
final class ReceiverExchange {
  /** What a receiver says beyond that is not read. */
  private static final int MOST_BODY = 4 << 10;

  /** So long it may go on to say what nobody wants: who ends by then keeps his connection. */
  private static final int REST_MILLIS = 500;

  private final CompletableFuture<ReceiverAnswer> answer = new CompletableFuture<>();
  private final Vertx vertx;
  private final Message message;
  private final Buffer body = Buffer.buffer();
  private final long clock;
  private volatile HttpClientRequest request;

  /** One that takes so many milliseconds at most. */
  ReceiverExchange(Vertx vertx, Message message, long timeout) {
    this.vertx = vertx;
    this.message = message;
    this.clock = vertx.setTimer(timeout, late -> fail(DeliveryError.TIMEOUT));
  }

  /** The answer; fails with {@link AttemptFailed}. */
  CompletableFuture<ReceiverAnswer> answer() {
    return answer;
  }

  void send(HttpClientRequest ready) {
    request = ready;
    if (answer.isDone()) {
      ready.reset();
      return;
    }
    ready
        .send(message.body())
        .onSuccess(this::read)
        .onFailure(failed -> fail(DeliveryError.NO_ANSWER));
  }

  private void read(HttpClientResponse response) {
    boolean isBodyWanted = message.token().isPresent();
    response.exceptionHandler(
        broken -> {
          if (isBodyWanted) {
            fail(DeliveryError.NO_ANSWER);
          } else {
            complete(response);
          }
        });
    response.endHandler(all -> complete(response));
    response.handler(
        piece -> {
          body.appendBuffer(piece.slice(0, Math.min(piece.length(), MOST_BODY)));
          if (body.length() >= MOST_BODY) {
            cut(response);
          }
        });
    if (!isBodyWanted) {
      vertx.cancelTimer(clock);
      long rest = vertx.setTimer(REST_MILLIS, late -> cut(response));
      var unused = answer.whenComplete((all, failed) -> vertx.cancelTimer(rest));
    }
  }

  private void cut(HttpClientResponse response) {
    complete(response);
    request.connection().close();
  }

  private void complete(HttpClientResponse response) {
    vertx.cancelTimer(clock);
    answer.complete(
        new ReceiverAnswer(
            response.statusCode(),
            response.getHeader("retry-after"),
            body.toString(StandardCharsets.UTF_8)));
  }

  private void fail(DeliveryError why) {
    fail(new AttemptFailed(why));
  }

  /** Ends it, whatever is under way. */
  void fail(AttemptFailed why) {
    vertx.cancelTimer(clock);
    answer.completeExceptionally(why);
    if (request != null) {
      request.reset();
    }
  }
}
