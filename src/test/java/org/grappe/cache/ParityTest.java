package org.grappe.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grappe.testing.DemoProfile;
import org.grappe.testing.OpenApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What memory answers is what a resource answers, for every public GET of the document. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class ParityTest {
  private static final List<Map<String, String>> KINDS =
      List.of(
          Map.of(),
          Map.of("Accept-Encoding", "gzip"),
          Map.of("Accept-Encoding", "deflate"),
          Map.of("Origin", "https://example.org"),
          Map.of("If-None-Match", "*"),
          Map.of("If-None-Match", "\"other\""));

  private OpenApi api;

  @BeforeEach
  void read() throws InterruptedException {
    Exchange.awaitMemory();
    api = OpenApi.served();
  }

  private record Asked(String address, String type) {}

  /** Every public address that the document gives an example of, in all its formats. */
  private Stream<Asked> all() {
    return api.gets()
        .filter(operation -> operation.node().path("security").isEmpty())
        .filter(operation -> operation.path().startsWith("/api/"))
        // no two answers are alike
        .filter(operation -> !operation.path().matches("/api/v1/changes"))
        .flatMap(
            operation ->
                api.content(operation.node().at("/responses/200"))
                    .map(content -> new Asked(api.address(operation), content.getKey())));
  }

  @Test
  void memory_answers_every_public_GET_as_its_resource_does() {
    List<String> faults = new ArrayList<>();
    int hits = 0;
    for (Asked asked : all().toList()) {
      for (String method : List.of("GET", "HEAD")) {
        for (Map<String, String> headers : KINDS) {
          Exchange plain = new Exchange(method, asked.address(), asked.type()).with(headers);
          Response made = plain.past().ask();
          plain.ask();
          Response kept = plain.ask();
          hits += kept.isHit() ? 1 : 0;
          made.differenceTo(kept)
              .ifPresent(found -> faults.add(method + " " + asked + " " + headers + found));
        }
      }
    }
    assertEquals("", String.join("\n", faults));
    assertTrue(hits > 0, "nothing came from memory");
  }

  @Test
  void every_public_JSON_without_an_absolute_address_is_kept() {
    assertEquals(
        List.of(),
        all()
            .filter(asked -> asked.type().equals("application/json"))
            .map(asked -> new Exchange("GET", asked.address(), asked.type()))
            .filter(exchange -> exchange.ask().status() == 200)
            .filter(exchange -> !exchange.ask().isHit())
            .map(Exchange::address)
            .toList());
  }
}
