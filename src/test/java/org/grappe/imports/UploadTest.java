package org.grappe.imports;

import static org.grappe.testing.Api.ADMIN_KEY;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grappe.testing.Effort;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** How files arrive: asked for first, however slowly they come, and leaving nothing behind. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class UploadTest {
  private static final long TOO_MUCH = (256L << 20) + 1;

  @TestHTTPResource("/")
  URI service;

  /** A request of which only the head is sent. */
  private final class Upload implements AutoCloseable {
    private final Socket socket = new Socket(service.getHost(), service.getPort());
    private final BufferedReader answer =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));

    Upload(String path, String key, long length, String... headers) throws IOException {
      socket.setSoTimeout(20_000);
      send(
          "POST /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n%s\r\n"
              .formatted(path, key, length, String.join("", headers)));
    }

    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }

    /** The status of the next answer, and what stands in its body. */
    int status() throws IOException {
      String line = answer.readLine();
      return Integer.parseInt(line.split(" ")[1]);
    }

    JsonPath body() throws IOException {
      int length = 0;
      for (String line = answer.readLine(); !line.isEmpty(); line = answer.readLine()) {
        if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      char[] text = new char[length];
      int read = 0;
      while (read < length) {
        read += answer.read(text, read, length - read);
      }
      return JsonPath.from(new String(text));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void who_may_not_send_a_file_is_told_before_the_body() throws Exception {
    for (String path : List.of("/memberships/csv", "/subsidy-lines/scdl")) {
      try (Upload upload = new Upload(path, aKey("EDITOR"), 1 << 24)) {
        assertEquals(403, upload.status());
      }
      try (Upload upload = new Upload(path, aKey("EDITOR"), 1 << 24, "Expect: 100-continue\r\n")) {
        assertEquals(403, upload.status());
      }
      try (Upload upload = new Upload(path, ADMIN_KEY, TOO_MUCH)) {
        assertEquals(413, upload.status());
        assertEquals("/problems/payload-too-large", upload.body().getString("type"));
      }
    }
  }

  @Test
  void who_asks_first_is_told_to_go_on() throws Exception {
    String file = "name,from\nA,2016-01-01\n";
    String path = "/memberships/csv?dryRun=true&cluster=" + make("/clusters", aCluster());
    try (Upload upload = new Upload(path, ADMIN_KEY, file.length(), "Expect: 100-continue\r\n")) {
      assertEquals(100, upload.status());
      assertEquals("", upload.answer.readLine());
      upload.send(file);
      assertEquals(200, upload.status());
      assertEquals(1, upload.body().getInt("made"));
    }
  }

  @Test
  void a_refused_file_may_be_sent_to_its_end_and_the_next_request_is_served() throws Exception {
    String path = "/memberships/csv?cluster=" + make("/clusters", aCluster());
    try (Upload upload = new Upload(path, aKey("EDITOR"), 1 << 20)) {
      assertEquals(403, upload.status());
      upload.body();
      upload.send("x".repeat(1 << 20));
      upload.send("GET /api/v1/regions HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertEquals(200, upload.status());
    }
  }

  @Test
  void many_slow_clients_hold_nobody_up_and_their_files_are_taken_in_the_end() throws Exception {
    String path = "/memberships/csv?dryRun=true&cluster=" + make("/clusters", aCluster());
    String file = "name,from\nA,2016-01-01\n";
    List<Upload> slow = new ArrayList<>();
    try {
      for (int i = 0; i < Effort.of(300, 60); i++) {
        Upload upload = new Upload(path, ADMIN_KEY, file.length());
        upload.send(file.substring(0, 5));
        slow.add(upload);
      }
      get("/clusters?limit=1").statusCode(200);
      make("/clusters", aCluster());
      // all of them before any answer: however long these take, no client is too slow by then
      for (Upload upload : slow) {
        upload.send(file.substring(5));
      }
      int again = 0;
      for (Upload upload : slow) {
        int status = upload.status();
        if (status == 200) {
          assertEquals(1, upload.body().getInt("made"));
        } else {
          // for whom no turn came in ten seconds
          assertTrue(List.of(429, 503).contains(status), () -> "answered " + status);
          again++;
        }
      }
      assertTrue(again < slow.size());
      for (int i = 0; i < Math.min(again, 20); i++) {
        try (Upload upload = new Upload(path, ADMIN_KEY, file.length())) {
          upload.send(file);
          assertEquals(200, upload.status());
          assertEquals(1, upload.body().getInt("made"));
        }
      }
    } finally {
      for (Upload upload : slow) {
        upload.close();
      }
    }
  }

  @Test
  void no_file_has_a_name_on_the_disk() throws Exception {
    String path = "/memberships/csv?dryRun=true&cluster=" + make("/clusters", aCluster());
    try (Upload upload = new Upload(path, ADMIN_KEY, 1 << 20)) {
      upload.send("name,from\n" + "x".repeat(200_000));
      admin().get("/clusters?limit=1").then().statusCode(200);
      Path directory =
          Path.of(
              System.getProperty("java.io.tmpdir"),
              "grappe-imports-" + System.getProperty("user.name"));
      // another instance's may have one for a moment
      for (int i = 0; i < 20 && hasFiles(directory); i++) {
        Thread.sleep(100);
      }
      assertFalse(hasFiles(directory));
    }
  }

  private static boolean hasFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isPresent();
    }
  }
}
