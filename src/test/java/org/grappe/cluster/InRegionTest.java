package org.grappe.cluster;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.grappe.testing.Pages;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/**
 * Lines, events and mandates of a region, which pages find in parts, are those that a whole list
 * finds by asking each whose it is.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class InRegionTest {
  private static final Pattern ID = Pattern.compile("(?m)^\\{\"id\":\"([^\"]*)\"");

  private static final List<String> REGIONS = List.of("91", "76", "94", "11");

  /** Each list with its orders. */
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "subsidy-lines", List.of("-createdAt", "createdAt", "amount"),
          "events", List.of("startsOn", "-startsOn", "name"),
          "mandates", List.of("from", "-from", "person"));

  private static String aClusterIn(String region) {
    return make("/clusters", with(aCluster(), "region", region, "foundedOn", "2000"));
  }

  private static String anOrganisationIn(String region) {
    return make("/organisations", with(anOrganisation(), "region", region));
  }

  private static void line(String kind, Object beneficiary) {
    make(
        "/subsidy-lines",
        Map.of(
            "beneficiary",
            Map.of(kind, beneficiary),
            "purpose",
            unique("purpose"),
            "steps",
            List.of(Map.of("status", "VOTED", "on", "2014", "amount", Map.of("amount", 100)))));
  }

  private static void belongsTo(String kind, String owner) {
    line(kind, owner);
    make("/events", with(anEvent(owner), "host", Map.of(kind, owner), "startsOn", "2021-03-04"));
    make("/" + kind + "s/" + owner + "/mandates", Map.of("role", "OTHER", "from", "2010"));
  }

  /** Lines of a cluster that became part of an heir, of which one will be assigned to it. */
  private static List<String> linesOfAPartOf(String heir, String region, int lines) {
    String part = aClusterIn(region);
    String merger =
        make("/mergers", Map.of("parties", List.of(part, aClusterIn(region)), "result", heir));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test"))
        .statusCode(200);
    return IntStream.range(0, lines)
        .mapToObj(
            i ->
                make(
                    "/subsidy-lines",
                    Map.of(
                        "beneficiary",
                        Map.of("cluster", part),
                        "purpose",
                        unique("purpose"),
                        "steps",
                        List.of(
                            Map.of(
                                "status", "VOTED", "on", "2014", "amount", Map.of("amount", 9))))))
        .toList();
  }

  private static void isAssigned(String line, String heir) {
    post(
            "/subsidy-lines/" + line + "/steps",
            Map.of("status", "AGREED", "on", "2018-06", "assignedTo", heir))
        .statusCode(201);
  }

  /** Moves, as of a day, or as it turns out to have been all along. */
  private static void moves(String owner, String region, String on) {
    if (on == null) {
      patch(owner, Map.of("region", region)).statusCode(200);
    } else {
      post(owner + "/transitions", Map.of("on", on, "region", region)).statusCode(200);
    }
  }

  private static List<String> whole(String list, String query) {
    String text = admin().get("/" + list + ".ndjson?" + query).asString();
    return ID.matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<String> pages(String list, String query) {
    return Pages.items(() -> admin(), "/api/v1/" + list + "?limit=17&" + query).stream()
        .map(item -> "{\"id\":\"" + item.get("id") + "\"")
        .toList();
  }

  /** How many were compared. */
  private static int compared(String further) {
    int found = 0;
    for (Map.Entry<String, List<String>> list : LISTS.entrySet()) {
      for (String sort : list.getValue()) {
        for (String region : REGIONS) {
          String query = "region=" + region + "&sort=" + sort + further;
          List<String> whole = whole(list.getKey(), query);
          assertEquals(whole, pages(list.getKey(), query), list.getKey() + "?" + query);
          found += whole.size();
        }
      }
    }
    return found;
  }

  @Test
  void pages_find_by_what_is_kept_what_is_in_a_region_on_a_day_and_was_known_to_be() {
    List<String> owners = new ArrayList<>();
    for (String region : List.of("91", "84", "93")) {
      for (int i = 0; i < 4; i++) {
        String cluster = aClusterIn(region);
        String organisation = anOrganisationIn(region);
        owners.add("/clusters/" + cluster);
        owners.add("/organisations/" + organisation);
        belongsTo("cluster", cluster);
        belongsTo("organisation", organisation);
        make("/events", with(anEvent(cluster), "region", "94", "startsOn", "2022"));
        isAssigned(linesOfAPartOf(cluster, region.equals("84") ? "76" : "84", 2).get(0), cluster);
      }
    }
    line("sector", Map.of("region", "91", "name", "bois"));
    String nowhere = make("/organisations", anOrganisation());
    belongsTo("organisation", nowhere);
    int everywhere = compared("");
    assertTrue(everywhere > 50);
    String before = "&knownAt=" + Instant.now();
    for (int i = 0; i < owners.size(); i++) {
      if (i % 4 > 1) {
        moves(owners.get(i), "94", i % 8 > 3 ? null : "2016");
      }
    }
    moves("/organisations/" + nowhere, "11", null);
    String between = "&knownAt=" + Instant.now();
    for (int i = 0; i < owners.size(); i++) {
      if (i % 8 > 5) {
        moves(owners.get(i), "76", null);
      } else if (i % 4 > 1) {
        moves(owners.get(i), "11", "2019");
      }
    }
    for (String known : List.of("", before, between)) {
      for (String on : List.of("", "&on=2015-06-15")) {
        assertTrue(compared(known + on) > 50);
      }
    }
    // "known then" is what it was then
    assertEquals(everywhere, compared(before));
  }

  @Test
  void what_moves_and_what_is_entered_for_it_at_once_are_found_together() {
    for (int round = 0; round < 6; round++) {
      String organisation = anOrganisationIn("84");
      String path = "/organisations/" + organisation;
      String version = etag(path);
      boolean periods = round % 2 == 0;
      Race.of(
          8,
          i -> {
            if (i > 2) {
              belongsTo("organisation", organisation);
            } else if (i == 1) {
              if (periods) {
                moves(path, "11", "2016");
              } else {
                patch(path, Map.of("region", "11"), version).statusCode(200);
              }
            }
            return i;
          });
    }
    compared("&on=2015-06-15");
    compared("");
  }

  @Test
  void a_cluster_that_moves_while_lines_are_assigned_to_it_or_paid_has_them_all_where_it_is() {
    for (int round = 0; round < 6; round++) {
      String heir = aClusterIn("84");
      List<String> lines = linesOfAPartOf(heir, "11", 7);
      String path = "/clusters/" + heir;
      String version = etag(path);
      boolean periods = round % 2 == 0;
      lines.subList(4, 7).forEach(line -> isAssigned(line, heir));
      Race.of(
          8,
          i -> {
            if (i < 4) {
              isAssigned(lines.get(i), heir);
            } else if (i < 7) {
              post(
                      "/subsidy-lines/" + lines.get(i) + "/payments",
                      Map.of("on", "2019-01-02", "amount", Map.of("amount", 1)))
                  .statusCode(201);
            } else if (periods) {
              moves(path, "11", "2016");
            } else {
              patch(path, Map.of("region", "11"), version).statusCode(200);
            }
            return i;
          });
    }
    compared("&on=2015-06-15");
    compared("");
  }
}
