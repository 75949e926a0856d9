package org.grappe.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grappe.testing.Client;
import org.grappe.testing.Effort;
import org.grappe.testing.OddRequests;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What is counted, and what becomes of it whatever anybody asks for. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SeriesTest {
  private static final int THREADS = 4;
  private static final int EACH = Effort.of(2_500, 500);
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  @Inject HttpServer server;

  /** All series but those of the collector's causes, which the machine makes up. */
  private Set<String> series() {
    return given()
        .get("http://127.0.0.1:" + server.getManagementPort() + "/q/metrics")
        .asString()
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("jvm_gc_"))
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> values(Set<String> series, String label) {
    Set<String> values = new HashSet<>();
    for (String one : series) {
      Matcher labels = LABEL.matcher(one);
      while (one.startsWith("http_server_requests") && labels.find()) {
        if (labels.group(1).equals(label)) {
          values.add(labels.group(2));
        }
      }
    }
    return values;
  }

  @Test
  void thousands_of_odd_requests_are_no_series_more() throws Exception {
    OpenApi api = OpenApi.served();
    Set<String> before = series();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> answered =
          IntStream.range(0, THREADS)
              .mapToObj(seed -> threads.submit(() -> ask(new OddRequests(api, new Random(seed)))))
              .toList();
      int answers = 0;
      for (Future<Integer> one : answered) {
        answers += one.get();
      }
      assertTrue(answers > THREADS * EACH * 9 / 10, answers + " answers");
    } finally {
      threads.shutdown();
    }
    assertEquals(before, series());
  }

  /** On connections that are kept as long as the service keeps them. */
  private static int ask(OddRequests requests) throws IOException {
    int answers = 0;
    Client client = new Client();
    for (int asked = 0; asked < EACH; asked++) {
      OddRequests.Odd odd = requests.next();
      for (int tries = 0; tries < 2; tries++) {
        try {
          client.say(odd.text()).answer(odd.hasBody());
          answers++;
          break;
        } catch (IOException closed) {
          client.close();
          client = new Client();
        }
      }
    }
    client.close();
    return answers;
  }

  @Test
  void labels_are_of_a_fixed_set() {
    Set<String> series = series();
    Set<String> templates =
        OpenApi.served().operations().map(OpenApi.Operation::path).collect(Collectors.toSet());
    Set<String> uris = values(series, "uri");
    assertTrue(uris.containsAll(templates), uris.toString());
    uris.removeAll(templates);
    assertEquals(
        Set.of(
            "OTHER",
            "/",
            "/openapi",
            "/docs",
            "/q/info",
            "/catalog",
            "/robots.txt",
            "/.well-known/api-catalog",
            "/.well-known/security.txt"),
        uris);
    Set<String> methods = values(series, "method");
    methods.removeAll(RequestHead.METHODS);
    assertEquals(Set.of("OTHER"), methods);
    assertEquals(Set.of("2xx", "3xx", "4xx", "5xx"), values(series, "status"));
  }
}
