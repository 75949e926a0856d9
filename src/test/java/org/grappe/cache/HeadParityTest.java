package org.grappe.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grappe.testing.DemoProfile;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HEAD is answered with what stands above the GET's body, for every GET and however it ends. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class HeadParityTest {
  private static final String NOBODY = "01980000-0000-7000-8000-000000000000";

  private OpenApi api;

  @BeforeEach
  void read() throws InterruptedException {
    Exchange.awaitMemory();
    api = OpenApi.served();
  }

  private List<String> types(Operation operation) {
    return api.content(operation.node().at("/responses/200")).map(Map.Entry::getKey).toList();
  }

  /** What an operation is asked, by what is expected of it. */
  private Map<String, Exchange> asked(Operation operation, String type) {
    Exchange plain = new Exchange("GET", api.address(operation), type);
    Map<String, Exchange> asked = new LinkedHashMap<>();
    asked.put("200", plain);
    asked.put("200 packed", plain.with(Map.of("Accept-Encoding", "gzip")));
    asked.put("200 past memory", plain.past());
    asked.put("200 elsewhere", plain.with(Map.of("Origin", "https://example.org")));
    asked.put("304", plain.with(Map.of("If-None-Match", "*")));
    asked.put("304 past memory", plain.past().with(Map.of("If-None-Match", "*")));
    asked.put("400", new Exchange("GET", plain.address() + "?nope=1", type));
    asked.put("401", plain.with(Map.of("Authorization", "Bearer nobody")));
    asked.put("404", new Exchange("GET", operation.path().replaceAll("\\{\\w+}", NOBODY), type));
    asked.put("406", new Exchange("GET", plain.address(), "image/png"));
    return asked;
  }

  /** As a HEAD is answered. */
  private static Exchange head(Exchange get) {
    return new Exchange("HEAD", get.address(), get.headers());
  }

  @Test
  void it_has_the_headers_of_the_GET() {
    List<String> faults = new ArrayList<>();
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (Operation operation : gets().toList()) {
      for (String type : types(operation)) {
        asked(operation, type)
            .forEach(
                (what, get) -> {
                  // once more, for the first may be what memory has
                  get.ask();
                  Response answer = get.ask();
                  statuses.merge(answer.status(), 1, Integer::sum);
                  head(get)
                      .ask()
                      .differenceAsHeadOf(answer)
                      .ifPresent(found -> faults.add(operation + " " + type + " " + what + found));
                });
      }
    }
    assertEquals("", String.join("\n", faults));
    for (int status : List.of(200, 304, 400, 401, 404, 406)) {
      assertTrue(statuses.getOrDefault(status, 0) > 20, statuses + "");
    }
  }

  private Stream<Operation> gets() {
    return api.gets()
        .filter(operation -> operation.path().startsWith("/api/"))
        // a stream has no end, and no two cursors are alike
        .filter(operation -> !operation.path().equals("/api/v1/changes"));
  }
}
