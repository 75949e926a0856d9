package org.grappe.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends a message to the very address that was found to be public, and to no other: no redirect is
 * followed, and the certificate is that of the name. Nothing of it takes a thread.
 */
@ApplicationScoped
class Sender {
  private static final int CONNECT_MILLIS = 5_000;

  /** So that no attempt that is given up leaves a connection that still begins. */
  private static final int HANDSHAKE_MILLIS = 5_000;

  /** Shorter than any server keeps one: it must not be closed as a message goes out. */
  private static final int IDLE_SECONDS = 3;

  private static final int MOST_HEADERS = 16 << 10;

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
                    .setSslHandshakeTimeout(Math.min(HANDSHAKE_MILLIS, timeout))
                    .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
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
  CompletableFuture<ReceiverAnswer> send(Message message, InetAddress to) {
    ReceiverExchange exchange = new ReceiverExchange(vertx, message, timeout);
    client
        .request(options(message, to))
        .onSuccess(exchange::send)
        .onFailure(failed -> exchange.fail(notConnected(failed)));
    return exchange.answer();
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
      if (cause instanceof CertificateException) {
        return new AttemptFailed(DeliveryError.CERTIFICATE);
      }
    }
    return new AttemptFailed(DeliveryError.NOT_CONNECTED);
  }
}
