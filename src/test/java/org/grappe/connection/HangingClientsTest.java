package org.grappe.connection;

import static org.grappe.testing.Api.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that stop in the middle, at every operation that writes: the database must not wait. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HangingClientsTest {
  private static final int SMALLEST = 1 << 10;
  @Inject DataSource database;
  private final List<Socket> clients = new ArrayList<>();
  private OpenApi document;
  private List<Operation> writes;

  @BeforeEach
  void read() {
    document = OpenApi.served();
    writes = document.operations().filter(one -> !one.method().equals("GET")).toList();
    assertTrue(writes.size() > 70, writes.size() + " operations");
  }

  @AfterEach
  void go() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }

  /** Sends this request and reads nothing of the answer. */
  private void send(Operation operation, String address, String type, String body, int length) {
    try {
      Socket client = new Socket();
      client.setReceiveBufferSize(SMALLEST);
      client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
      clients.add(client);
      String request =
          """
          %s %s HTTP/1.1
          Host: localhost
          Authorization: Bearer %s
          If-Match: *
          Content-Type: %s
          Content-Length: %d

          """
              .formatted(operation.method(), address, Api.ADMIN_KEY, type, length)
              .replace("\n", "\r\n");
      client.getOutputStream().write((request + body).getBytes(StandardCharsets.UTF_8));
      client.getOutputStream().flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String type(Operation operation) {
    return document
        .content(operation.node().path("requestBody"))
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse("application/json");
  }

  /** The service's transactions that are open in the database, by their last statements. */
  private List<String> open() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select state || ': ' || query from pg_stat_activity
                where application_name = 'grappe' and pid <> pg_backend_pid()
                  and xact_start is not null""")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private void becomesQuiet() throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    List<String> open = open();
    while (!open.isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      open = open();
    }
    assertEquals(List.of(), open);
  }

  @Test
  void who_sends_half_a_body_holds_no_transaction() throws Exception {
    for (Operation operation : writes) {
      if (!operation.method().equals("DELETE")) {
        send(operation, document.address(operation), type(operation), "{\"name\": \"Ha", 500);
      }
    }
    // all have come in and none has gone away
    get("/regions").statusCode(200);
    Thread.sleep(500);
    // some are refused by what they have sent so far; the others must be hanging
    int hanging = 0;
    for (Socket client : clients) {
      hanging += client.getInputStream().available() == 0 ? 1 : 0;
    }
    assertTrue(hanging > clients.size() / 2, hanging + " of " + clients.size());
    assertEquals(List.of(), open());
  }

  @Test
  void who_does_not_read_the_answer_holds_no_transaction() throws Exception {
    for (Operation operation : writes) {
      Scene scene = new Scene();
      Object body = scene.body(operation);
      String text =
          body instanceof String file ? file : new ObjectMapper().writeValueAsString(body);
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      send(operation, scene.address(operation), type(operation), text, length);
    }
    becomesQuiet();
    get("/regions").statusCode(200);
  }
}
