package org.grappe.merger;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.grappe.testing.Api;
import org.grappe.testing.Wire;

/** What tests of mergers and divisions set up, and do, alike. */
final class MergerScene {
  private MergerScene() {}

  /** A cluster since 2000. */
  static String founded() {
    return make("/clusters", with(aCluster(), "foundedOn", "2000"));
  }

  /** Members since 2010, each of the next of these clusters in turn. */
  static List<String> members(int count, String... clusters) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                make(
                    "/memberships",
                    with(
                        aMembership(
                            clusters[i % clusters.length],
                            make("/organisations", anOrganisation())),
                        "from",
                        "2010-01-01")))
        .toList();
  }

  /** A merger or division is completed, of which nobody knows any ballots. */
  static ValidatableResponse takeEffect(String path, String day) {
    return post(
        path + "/completion",
        Map.of("effectiveOn", day, "withoutBallots", true, "reason", "a test"));
  }

  /** A split whose one result gets all. */
  static String split(String cluster, String result) {
    return "/divisions/"
        + make(
            "/divisions",
            Map.of(
                "cluster",
                cluster,
                "kind",
                "SPLIT",
                "results",
                List.of(result),
                "assignments",
                List.of(Map.of("rest", true, "to", result))));
  }

  /** Writes remarks on memberships one by one, round and round; answers the statuses seen. */
  static Set<Integer> remark(List<String> members, int from, int until, int step) {
    Set<Integer> seen = new TreeSet<>();
    for (int i = from; i < until; i += step) {
      seen.add(
          Wire.call(
                  "PATCH",
                  "/api/v1/memberships/" + members.get(i % members.size()),
                  "application/merge-patch+json",
                  Map.of("remarks", unique("remark")))
              .header("If-Match", "*")
              .bearer(Api.ADMIN_KEY)
              .status());
    }
    return seen;
  }

  /**
   * Two clusters with all that a cluster can have, and what may come of them.
   *
   * @param friend with which they share events
   * @param companies their members; every third is one of both
   */
  record Parties(String one, String two, String result, String friend, List<String> companies) {
    String merger() {
      return make("/mergers", Map.of("parties", List.of(one, two), "result", result));
    }
  }

  static Parties parties() {
    String one = founded();
    String two = founded();
    List<String> companies = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      companies.add(make("/organisations", anOrganisation()));
      for (String party : i % 3 == 0 ? List.of(one, two) : List.of(i % 2 == 0 ? one : two)) {
        make(
            "/memberships",
            with(aMembership(party, companies.get(i)), "from", "2010-01-0" + (i + 1)));
      }
    }
    make(
        "/memberships",
        with(
            aMembership(one, make("/organisations", anOrganisation())), "appliedOn", "2014-01-01"));
    make("/clusters/" + one + "/mandates", Map.of("role", "PRESIDENT", "from", "2012"));
    make("/clusters/" + one + "/colleges", Map.of("name", "Studios"));
    make("/clusters/" + two + "/offices", Map.of("city", "Nîmes", "openedOn", "2006"));
    String friend = make("/clusters", aCluster());
    make("/conventions", with(aConvention(one, friend), "from", "2010"));
    shared(friend, one, "2030-01-08");
    shared(one, friend, "2030-01-09");
    String result = make("/clusters", with(aCluster(), "announcedOn", "2014"));
    return new Parties(one, two, result, friend, companies);
  }

  /** An event of one, which another has in its calendar. */
  static String shared(String host, String partner, String day) {
    String event = make("/events", with(anEvent(host), "startsOn", day));
    make("/events/" + event + "/shares", Map.of("cluster", partner, "on", "2014-01-01"));
    return event;
  }
}
