package org.grappe.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whoever is sent to, in the test itself: he keeps what came, and answers as he is told to. */
final class Receiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Answering challenged = Receiver::meet;
  private volatile Answering answering = one -> one.answer(204, "");

  /** How it answers. */
  interface Answering {
    void to(Received one) throws Exception;
  }

  /** A request that came. */
  record Received(
      HttpExchange exchange, Map<String, List<String>> headers, String body, long at, int count) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    String header(String name) {
      return exchange.getRequestHeaders().getFirst(name);
    }

    String type() {
      return json().path("type").asText();
    }

    JsonNode data() {
      return json().path("data");
    }

    void answer(int status, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      try {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
          exchange.getResponseBody().write(bytes);
        }
        exchange.close();
      } catch (IOException gone) {
        exchange.close();
      }
    }

    /** By the formula as Standard Webhooks writes it down. */
    boolean isSignedWith(String secret) {
      try {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = header("webhook-id") + "." + header("webhook-timestamp") + "." + body;
        String right =
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        return List.of(header("webhook-signature").split(" ")).contains(right);
      } catch (GeneralSecurityException missing) {
        throw new IllegalStateException(missing);
      }
    }
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?a=b";
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    int count =
        1 + (int) received.stream().filter(one -> id.equals(one.header("webhook-id"))).count();
    Received one =
        new Received(
            exchange, Map.copyOf(exchange.getRequestHeaders()), body, System.nanoTime(), count);
    received.add(one);
    try {
      (one.type().equals("org.grappe.webhook.challenge") ? challenged : answering).to(one);
    } catch (Exception failed) {
      exchange.close();
    }
  }

  static void meet(Received one) {
    one.answer(200, "{\"challenge\":\"" + one.data().path("challenge").asText() + "\"}");
  }

  Receiver challenged(Answering how) {
    challenged = how;
    return this;
  }

  Receiver answering(Answering how) {
    answering = how;
    return this;
  }

  Stream<Received> received() {
    return received.stream();
  }

  /** What came of changes. */
  List<Received> changes() {
    return received.stream().filter(one -> one.type().startsWith("org.grappe.record.")).toList();
  }

  /** The changes of a record that came. */
  List<Received> changesOf(String record) {
    return changes().stream().filter(one -> one.data().path("id").asText().equals(record)).toList();
  }

  boolean has(Predicate<Received> wanted) {
    return received.stream().anyMatch(wanted);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
