package org.grappe.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only who shows a certificate that is trusted, and of his name, is sent to. */
class SenderTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String TRUSTED = "javax.net.ssl.trustStore";
  @TempDir static Path directory;
  private Vertx vertx;
  private Sender sender;

  @BeforeAll
  static void issue() throws Exception {
    certificate("right", "ip:127.0.0.1");
    certificate("of-another", "dns:receiver.example.org");
    certificate("own", "ip:127.0.0.1");
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("right", store("right").getCertificate("one"));
    trusted.setCertificateEntry("of-another", store("of-another").getCertificate("one"));
    try (var out = Files.newOutputStream(directory.resolve("trusted"))) {
      trusted.store(out, PASSWORD);
    }
    System.setProperty(TRUSTED, directory.resolve("trusted").toString());
    System.setProperty(TRUSTED + "Password", new String(PASSWORD));
  }

  @AfterAll
  static void forget() {
    System.clearProperty(TRUSTED);
    System.clearProperty(TRUSTED + "Password");
  }

  private static void certificate(String name, String subject) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "one",
                "-keyalg",
                "EC",
                "-dname",
                "CN=receiver",
                "-ext",
                "san=" + subject,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                directory.resolve(name).toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name + ".log").toFile())
            .start();
    assertEquals(0, keytool.waitFor(), () -> name + ": keytool");
  }

  private static KeyStore store(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve(name))) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static HttpsServer receiver(String certificate) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(certificate), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  @BeforeEach
  void begin() {
    vertx = Vertx.vertx();
    sender = new Sender(vertx, Configured.usual());
  }

  @AfterEach
  void end() {
    sender.end();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private ReceiverAnswer send(HttpsServer to) throws Exception {
    try {
      return send(to.getAddress().getPort());
    } finally {
      to.stop(0);
    }
  }

  private ReceiverAnswer send(int port) throws Exception {
    ReceiverAddress address =
        ReceiverAddress.of("https://127.0.0.1:" + port + "/", true).orElseThrow();
    Message message = new Message(address, Map.of(), "{}", Optional.empty());
    return sender.send(message, InetAddress.getLoopbackAddress()).get(20, TimeUnit.SECONDS);
  }

  @Test
  void who_does_not_speak_tls_or_nothing_at_all_is_not_connected_to() throws Exception {
    HttpServer plain =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    plain.start();
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      for (int port : new int[] {plain.getAddress().getPort(), silent.getLocalPort()}) {
        ExecutionException failed = assertThrows(ExecutionException.class, () -> send(port));
        assertEquals(DeliveryError.NOT_CONNECTED, AttemptFailed.in(failed).error());
      }
    } finally {
      plain.stop(0);
    }
  }

  @Test
  void who_is_trusted_is_sent_to() throws Exception {
    assertEquals(204, send(receiver("right")).status());
  }

  @Test
  void nobody_else_is() throws Exception {
    for (String certificate : new String[] {"own", "of-another"}) {
      HttpsServer to = receiver(certificate);
      ExecutionException failed =
          assertThrows(ExecutionException.class, () -> send(to), certificate);
      assertEquals(DeliveryError.CERTIFICATE, AttemptFailed.in(failed).error(), certificate);
    }
  }
}
