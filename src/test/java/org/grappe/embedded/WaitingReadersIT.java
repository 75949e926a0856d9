package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.grappe.testing.OpenApi;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands who wait for changes cost others next to nothing, and are all told. */
@Thorough
class WaitingReadersIT {
  private static final int READERS = 5_000;
  private static final int READS = 400;

  /** Seconds that they ask to wait at most. */
  private static final int WAIT = 30;

  private static final double MOST_MILLIS = 50;
  private static final long MOST_BYTES = 100L << 20;

  @TempDir Path directory;

  @Test
  void five_thousand_wait_while_others_read_and_write() throws Exception {
    try (OwnDatabase database = OwnDatabase.started();
        PackagedService service =
            database.service(directory.resolve("one"), Map.of("GRAPPE_MEMORY", "0"))) {
      Instances instance = new Instances(List.of(service.api()), OwnDatabase.KEY);
      String cluster =
          instance.make("/clusters", "{\"slug\":\"cluster-c\",\"name\":\"C\",\"region\":\"76\"}");
      for (int i = 0; i < 3; i++) {
        slowest(instance, cluster);
      }
      double alone = slowest(instance, cluster);
      long before = used(service);
      String place = OpenApi.json(instance.text("/changes?after=now")).path("nextCursor").asText();
      List<Socket> readers = new ArrayList<>();
      long asked = System.nanoTime();
      try {
        for (int i = 0; i < READERS; i++) {
          readers.add(waiting(service, "types=PROGRAMME&wait=" + WAIT + "&after=" + place));
          if (i % 250 == 249) {
            // a slow machine lets a thousand of one caller come at a time, and no more
            readers.add(waiting(service, "types=PROGRAMME&after=" + place));
            answer(readers.remove(readers.size() - 1));
          }
        }
        long begun = System.nanoTime();
        long grown = used(service) - before;
        double besides = slowest(instance, cluster);
        String programme =
            instance.make("/programmes", "{\"name\": \"P\", \"leads\": [\"cluster-c\"]}");
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        System.out.printf(
            "waiting: %d readers, %d MiB more, by id within %.1f ms instead of %.1f, all after %d s%n",
            READERS, grown >> 20, besides, alone, seconds);
        // on a machine that was too slow to write it meanwhile, they have waited as long as they
        // asked
        boolean isLate = System.nanoTime() - asked > WAIT * 1_000_000_000L;
        for (Socket reader : readers) {
          assertTrue(answer(reader).contains(programme) || isLate);
        }
        // and who asks again from his place is told then
        assertTrue(instance.text("/changes?types=PROGRAMME&after=" + place).contains(programme));
        assertTrue(grown < MOST_BYTES, () -> grown + " bytes more");
        // on a machine that is slow by itself, no slower than it is
        assertTrue(besides < Math.max(MOST_MILLIS, 2 * alone), () -> besides + " ms");
      } finally {
        for (Socket reader : readers) {
          reader.close();
        }
      }
    }
  }

  /** Within how many milliseconds 95 of 100 reads are answered, with a write now and then. */
  private static double slowest(Instances instance, String cluster) {
    double[] millis = new double[READS];
    for (int i = 0; i < READS; i++) {
      if (i % 40 == 0) {
        assertTrue(
            instance.make("/organisations", "{\"name\": \"O\", \"kind\": \"COMPANY\"}") != null);
      }
      long begun = System.nanoTime();
      assertEquals(200, instance.status("/clusters/" + cluster));
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    return millis[READS * 95 / 100];
  }

  private static Socket waiting(PackagedService service, String query) throws Exception {
    URI api = URI.create(service.api());
    Socket socket = new Socket(api.getHost(), api.getPort());
    socket.setSoTimeout(60_000);
    socket
        .getOutputStream()
        .write(
            ("GET /api/v1/changes?"
                    + query
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String answer(Socket socket) throws Exception {
    StringBuilder text = new StringBuilder();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  /** What it has in use of memory, on the heap and beside it, once what nobody needs is gone. */
  private static long used(PackagedService service) throws Exception {
    service.collectGarbage();
    return given()
        .get(service.management() + "/q/metrics")
        .asString()
        .lines()
        .filter(
            line ->
                line.startsWith("jvm_memory_used_bytes")
                    || line.startsWith("jvm_buffer_memory_used_bytes"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
