package org.grappe.cli.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that begins an answer, and goes on with it or not. */
@Timeout(30)
class HeardBodyTest {
  private static final int LENGTH = 8;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.setExecutor(threads);
    server.createContext("/ends", exchange -> answer(exchange, LENGTH));
    server.createContext("/hangs", exchange -> answer(exchange, 2));
    server.start();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    server.stop(0);
  }

  /** Sends so many bytes, one by one, and then nothing for a long time. */
  private static void answer(HttpExchange exchange, int sent) throws IOException {
    exchange.sendResponseHeaders(200, LENGTH);
    try {
      for (int i = 0; i < sent; i++) {
        exchange.getResponseBody().write(i);
        exchange.getResponseBody().flush();
        Thread.sleep(100);
      }
      Thread.sleep(60_000);
    } catch (InterruptedException over) {
      exchange.close();
    }
  }

  private InputStream body(String path, Duration patience) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    InputStream body =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream())
            .body();
    return new HeardBody(body, patience, "there");
  }

  @Test
  void what_comes_slowly_comes_whole() throws Exception {
    try (InputStream body = body("/ends", Duration.ofSeconds(10))) {
      assertArrayEquals(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, body.readNBytes(LENGTH));
    }
  }

  @Test
  void a_service_that_says_nothing_more_is_not_waited_for() throws Exception {
    try (InputStream body = body("/hangs", Duration.ofSeconds(5))) {
      assertEquals(2, body.readNBytes(2).length);
      Failure failure = assertThrows(Failure.class, () -> body.readNBytes(1));
      assertEquals("remote.silent", failure.getMessage());
      assertEquals(ExitCode.UNREACHABLE, failure.exitCode());
    }
  }
}
