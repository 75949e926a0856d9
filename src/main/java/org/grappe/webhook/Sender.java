package org.grappe.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;

/**
 * Sends a message to the very address that was found to be public, and to no other: no redirect is
 * followed, and the certificate is that of the name. Nothing of it takes a thread.
 */
@ApplicationScoped
class Sender {
  private static final int CONNECT_MILLIS = 5_000;

  /** Shorter than any server keeps one: it must not be closed as a message goes out. */
  private static final int IDLE_SECONDS = 3;

  private static final int MOST_HEADERS = 16 << 10;

  /** What a receiver says beyond that is not read. */
  private static final int MOST_BODY = 4 << 10;

  private final Vertx vertx;
  private final HttpClient client;
  private final long timeout;

  Sender(Vertx vertx, WebhookConfig config) {
    this.vertx = vertx;
    this.timeout = config.timeout().toMillis();
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_1_1)
                    .setConnectTimeout((int) Math.min(CONNECT_MILLIS, timeout))
                    .setKeepAliveTimeout(IDLE_SECONDS)
                    // one receiver may stand behind a name that many share
                    .setMaxPoolSize(config.parallel())
                    .setMaxHeaderSize(MOST_HEADERS)
                    .setForceSni(true)
                    .setVerifyHost(true)
                    .setTrustAll(false)
                    .setDecompressionSupported(false))
            // the attempt fails with it; what a receiver writes is not written to the log
            .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
            .build();
  }

  @PreDestroy
  void end() {
    var unused = client.close();
  }

  /** The answer; fails with {@link AttemptFailed}. */
  CompletableFuture<Answer> send(Message message, InetAddress to) {
    Exchange exchange = new Exchange(message);
    exchange.over(vertx, vertx.setTimer(timeout, late -> exchange.end()));
    client
        .request(options(message, to))
        .onSuccess(exchange::send)
        .onFailure(failed -> exchange.fail(notConnected(failed)));
    return exchange.answer;
  }

  private static RequestOptions options(Message message, InetAddress to) {
    ReceiverAddress receiver = message.to();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(to, receiver.port())))
            .setHost(receiver.host())
            .setPort(receiver.port())
            .setSsl(receiver.secure())
            .setURI(receiver.target())
            .setFollowRedirects(false);
    message.headers().forEach(options::putHeader);
    return options.putHeader("host", receiver.authority());
  }

  private static AttemptFailed notConnected(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return new AttemptFailed(DeliveryError.CERTIFICATE);
      }
    }
    return new AttemptFailed(DeliveryError.NOT_CONNECTED);
  }

  /** One request, and as much of its answer as is wanted; the rest is read away, if it is short. */
  private static final class Exchange {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Message message;
    private final Buffer body = Buffer.buffer();
    private volatile HttpClientRequest request;

    Exchange(Message message) {
      this.message = message;
    }

    void over(Vertx vertx, long clock) {
      var unused = over.whenComplete((nothing, failed) -> vertx.cancelTimer(clock));
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
          .onFailure(failed -> fail(new AttemptFailed(DeliveryError.NO_ANSWER)));
    }

    private void read(HttpClientResponse response) {
      response.exceptionHandler(failed -> fail(new AttemptFailed(DeliveryError.NO_ANSWER)));
      response.endHandler(
          all -> {
            complete(response);
            over.complete(null);
          });
      response.handler(
          piece -> {
            body.appendBuffer(piece.slice(0, Math.min(piece.length(), MOST_BODY)));
            if (body.length() >= MOST_BODY) {
              complete(response);
              over.complete(null);
              request.connection().close();
            }
          });
      if (message.token().isEmpty()) {
        complete(response);
      }
    }

    private void complete(HttpClientResponse response) {
      answer.complete(
          new Answer(
              response.statusCode(),
              response.getHeader("retry-after"),
              body.toString(StandardCharsets.UTF_8)));
    }

    void fail(AttemptFailed why) {
      answer.completeExceptionally(why);
      over.complete(null);
    }

    /** Its time is over. */
    void end() {
      fail(new AttemptFailed(DeliveryError.TIMEOUT));
      if (request != null) {
        request.reset();
      }
    }
  }
}
