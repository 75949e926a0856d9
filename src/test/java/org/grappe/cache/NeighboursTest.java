package org.grappe.cache;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is written of one cluster is read at once where others tell of it: in those that it came
 * from or went on in, in calendars that share its events, in those that might.
 */
@QuarkusTest
class NeighboursTest {
  private final List<String> faults = new ArrayList<>();
  private List<Exchange> reads;
  private int kept;

  @BeforeEach
  void read() throws InterruptedException {
    Exchange.awaitMemory();
  }

  /** Two that merged into a third, which shares the events of a fourth, and a stranger. */
  private static Map<String, String> neighbours() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String name : List.of("one", "other", "result", "host", "stranger")) {
      all.put(name, make("/clusters", with(aCluster(), "foundedOn", "2000")));
    }
    String merger =
        make(
            "/mergers",
            Map.of(
                "parties", List.of(all.get("one"), all.get("other")), "result", all.get("result")));
    Api.post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test"))
        .statusCode(200);
    make("/conventions", aConvention(all.get("result"), all.get("host")));
    return all;
  }

  @Test
  void what_is_told_of_one_elsewhere_is_read_at_once() {
    Map<String, String> all = neighbours();
    reads =
        OpenApi.served()
            .gets()
            .filter(operation -> operation.node().path("security").isEmpty())
            .map(OpenApi.Operation::path)
            .filter(path -> path.startsWith("/api/v1/") && !path.matches(".*/(import.*|changes)"))
            .flatMap(path -> all.values().stream().flatMap(cluster -> addresses(path, cluster)))
            .distinct()
            .map(address -> new Exchange("GET", address, "application/json"))
            .filter(exchange -> exchange.ask().status() == 200)
            .toList();
    for (String cluster : all.values()) {
      boolean isOpen = !List.of(all.get("one"), all.get("other")).contains(cluster);
      String organisation = make("/organisations", anOrganisation());
      String member =
          write(
              "/memberships",
              isOpen
                  ? with(aMembership(cluster, organisation), "from", "2016-01-01")
                  : with(
                      aMembership(cluster, organisation),
                      "from",
                      "2010-01-01",
                      "until",
                      "2012-01-01"));
      changed("/memberships/" + member);
      String mandate =
          write(
              "/clusters/" + cluster + "/mandates",
              Map.of("role", "OTHER", "from", "2016", "until", "2017"));
      changed("/clusters/" + cluster + "/mandates/" + mandate);
      if (isOpen) {
        calendar(
            cluster, organisation, all.get(cluster.equals(all.get("host")) ? "result" : "host"));
      }
      removed("/memberships/" + member);
    }
    assertEquals("", String.join("\n", faults));
    assertTrue(kept > 0, "all of memory was dropped with each write");
  }

  private void calendar(String host, String organisation, String partner) {
    String event =
        write("/events", with(anEvent(host), "startsOn", "2030-01-08", "registrationsOpen", true));
    Api.admin()
        .contentType("application/json")
        .body(Map.of("cluster", partner))
        .post("/events/" + event + "/shares");
    changed("/events/" + event);
    String registration =
        write(
            "/events/" + event + "/registrations",
            Map.of("organisation", organisation, "places", 1));
    removed("/events/" + event + "/registrations/" + registration);
  }

  private static Stream<String> addresses(String path, String cluster) {
    String one =
        path.replaceFirst("^/api/v1/clusters/\\{(cluster|id)}", "/api/v1/clusters/" + cluster);
    return one.indexOf('{') >= 0
        ? Stream.empty()
        : one.equals(path)
            ? Stream.of(
                one + "?cluster=" + cluster,
                one + "?cluster=" + cluster + "&includePredecessors=true",
                one + "?cluster=" + cluster + "&per=member")
            : Stream.of(one);
  }

  private String write(String collection, Map<String, Object> body) {
    remember();
    String id = make(collection, body);
    compare("POST " + collection);
    return id;
  }

  private void changed(String address) {
    remember();
    Api.patch(address, Map.of("remarks", unique("remark"))).statusCode(200);
    compare("PATCH " + address);
  }

  private void removed(String address) {
    remember();
    Api.admin().header("If-Match", "*").delete(address).then().statusCode(204);
    compare("DELETE " + address);
  }

  private void remember() {
    reads.forEach(Exchange::ask);
  }

  private void compare(String write) {
    for (Exchange exchange : reads) {
      Response fromMemory = exchange.ask();
      kept += fromMemory.isHit() ? 1 : 0;
      exchange
          .past()
          .ask()
          .differenceTo(fromMemory)
          .ifPresent(found -> faults.add(write + " " + exchange.address() + found));
    }
  }
}
