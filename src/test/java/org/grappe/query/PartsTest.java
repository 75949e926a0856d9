package org.grappe.query;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.grappe.testing.Pages;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** A page that is put together of parts is the one that was read from all rows. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PartsTest {
  private static final String TODAY = "on=2024-06-15";

  private static List<Map<String, Object>> items(
      Supplier<RequestSpecification> caller, String address) {
    return Pages.items(caller, "/api/v1" + address);
  }

  private static List<Object> ids(List<Map<String, Object>> items) {
    return Pages.ids(items);
  }

  private static List<Object> ids(Supplier<RequestSpecification> caller, String address) {
    return ids(items(caller, address));
  }

  private static String member(String cluster, Object... days) {
    return make(
        "/memberships", with(aMembership(cluster, make("/organisations", anOrganisation())), days));
  }

  /** One of each kind, some of them twice. */
  private static String aClusterOfAll() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2000-01-01"));
    for (int i = 0; i < 2; i++) {
      member(cluster, "from", "2010-01-01");
      member(cluster, "from", "2010-01-01", "until", "2030-01-01");
      member(cluster, "from", "2010-01-01", "until", "2012-01-01");
      member(cluster, "from", "2031-01-01");
      member(cluster, "appliedOn", "2020-01-01");
      String refused = member(cluster, "appliedOn", "2020-01-01");
      patch("/memberships/" + refused, Map.of("refusedOn", "2021-01-01")).statusCode(200);
      String late = member(cluster, "appliedOn", "2020-01-01");
      patch("/memberships/" + late, Map.of("refusedOn", "2025-01-01")).statusCode(200);
    }
    return cluster;
  }

  @Test
  void memberships_of_a_status_are_those_of_all_that_have_it() {
    String cluster = aClusterOfAll();
    String editor = aKey("EDITOR", cluster);
    String other = aKey("EDITOR", make("/clusters", aCluster()));
    String partner = aKey("PARTNER");
    List<Supplier<RequestSpecification>> callers =
        List.of(
            () -> admin(),
            () -> anyone(),
            () -> bearer(editor),
            () -> bearer(other),
            () -> bearer(partner));
    for (Supplier<RequestSpecification> caller : callers) {
      for (String sort : List.of("name", "-name", "from", "-from", "createdAt")) {
        String list = "/memberships?cluster=" + cluster + "&" + TODAY + "&sort=" + sort;
        List<Map<String, Object>> all = items(caller, list + "&status=all&limit=200");
        assertFalse(all.isEmpty());
        for (String status : List.of("APPLIED", "ACTIVE", "ENDED", "REFUSED", "APPLIED,REFUSED")) {
          List<Object> wanted =
              ids(all.stream().filter(m -> status.contains((String) m.get("status"))).toList());
          assertEquals(wanted, ids(caller, list + "&status=" + status + "&limit=1"), list + status);
        }
        assertEquals(ids(caller, list + "&status=active"), ids(caller, list + "&limit=2"), list);
      }
    }
    String found = "/memberships?cluster=" + cluster + "&" + TODAY + "&count=true&status=";
    admin().get(found + "APPLIED").then().body("total", equalTo(6));
    anyone().get(found + "APPLIED").then().body("total", equalTo(2));
    anyone().get(found + "REFUSED").then().body("total", equalTo(0));
  }

  @Test
  void members_of_a_day_come_in_the_order_in_which_they_became_one_whether_they_stay_or_leave() {
    aClusterOfAll();
    for (String on : List.of("2011-06-01", "2024-06-15", "2030-06-01")) {
      for (String sort : List.of("from", "-from")) {
        String list = "/memberships?on=" + on + "&sort=" + sort;
        List<Object> active =
            ids(
                items(() -> anyone(), list + "&status=all&limit=200").stream()
                    .filter(m -> m.get("status").equals("ACTIVE"))
                    .toList());
        assertFalse(active.isEmpty());
        assertEquals(active, ids(() -> anyone(), list + "&limit=70"), list);
        assertEquals(active, ids(() -> anyone(), list + "&status=active&limit=50"), list);
      }
    }
  }

  @Test
  void a_family_s_members_are_put_together_in_one_order() {
    String one = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String two = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String both = make("/organisations", anOrganisation());
    make("/memberships", with(aMembership(one, both), "from", "2010-01-01"));
    make("/memberships", with(aMembership(two, both), "from", "2010-01-01"));
    for (int i = 0; i < 3; i++) {
      member(one, "from", "2010-01-01");
      member(two, "from", "2011-01-01");
    }
    String merger = make("/mergers", Map.of("parties", List.of(one, two), "result", one));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2020-01-01", "withoutBallots", true, "reason", "before"))
        .statusCode(200);
    String family = "cluster=" + one + "&includePredecessors=true&";
    for (String on : List.of("on=2019-06-01&", "on=2020-06-01&", "on=2010-06-01&")) {
      for (String sort : List.of("name", "-name", "from")) {
        String list = "/memberships?" + family + on + "sort=" + sort;
        List<Map<String, Object>> all = items(() -> admin(), list + "&status=all&limit=200");
        List<Object> active =
            ids(all.stream().filter(m -> m.get("status").equals("ACTIVE")).toList());
        assertEquals(active, ids(() -> anyone(), list + "&limit=2"), list);
        assertEquals(active, ids(() -> anyone(), list + "&status=active&limit=1"), list);
      }
      List<Object> organisations =
          items(() -> anyone(), "/memberships?" + family + on + "limit=200").stream()
              .map(m -> ((Map<?, ?>) m.get("organisation")).get("id"))
              .<Object>map(id -> id)
              .distinct()
              .toList();
      String members = "/organisations?" + family.replace("cluster=", "memberOf=") + on + "limit=";
      assertEquals(organisations, ids(() -> anyone(), members + 200));
      assertEquals(organisations, ids(() -> anyone(), members + 2));
    }
  }

  @Test
  void organisations_of_a_region_come_with_those_of_the_regions_that_it_replaced() {
    String word = unique("zzregion");
    for (String region : List.of("91", "76", "73", "11", "76")) {
      make(
          "/organisations",
          with(anOrganisation(), "name", unique(word + " " + region), "region", region));
    }
    for (String sort : List.of("name", "-name")) {
      String list = "/organisations?q=" + word + "&sort=" + sort;
      List<Object> wanted =
          ids(
              items(() -> anyone(), list + "&limit=200").stream()
                  .filter(o -> !((Map<?, ?>) o.get("region")).get("code").equals("11"))
                  .toList());
      assertEquals(4, wanted.size());
      assertEquals(wanted, ids(() -> anyone(), list + "&region=76&limit=1"));
    }
  }

  @Test
  void events_of_a_time_are_those_that_end_in_it_or_later_whenever_they_began() {
    String city = unique("zzcity");
    String host = make("/clusters", aCluster());
    String[][] times = {
      {"2015", null},
      {"2016", null},
      {"2015-12", null},
      {"2016-01", null},
      {"2015-12-31", null},
      {"2016-01-01", null},
      {"2015-06-01", "2016-02-01"},
      {"2015-06-01", "2016"},
      {"2016-02", null},
      {"2015-01-01", "2017-01-01"},
      {"2016-01-15", null},
      {"2017", null},
      {null, null}
    };
    for (String[] time : times) {
      Map<String, Object> event = with(anEvent(host), "city", city);
      event = new HashMap<>(event);
      event.remove("startsOn");
      if (time[0] != null) {
        event.put("startsOn", time[0]);
      }
      if (time[1] != null) {
        event.put("endsOn", time[1]);
      }
      make("/events", event);
    }
    Map<String, Object> weekly = with(anEvent(host), "city", city, "startsOn", "2015-11-02");
    String series = make("/events", with(weekly, "recurrence", "FREQ=WEEKLY;COUNT=3"));
    patch("/events/" + series + "/occurrences/2015-11-09", Map.of("startsOn", "2016-01-01"))
        .statusCode(200);
    String early = make("/events", with(weekly, "recurrence", "FREQ=WEEKLY;COUNT=1"));
    patch("/events/" + early + "/occurrences/2015-11-02", Map.of("startsOn", "2015-02-01"))
        .statusCode(200);
    for (String day :
        List.of("2015-01-01", "2015-02-01", "2016-01-01", "2016-01-15", "2016-02-01")) {
      for (String sort : List.of("startsOn", "-startsOn", "name")) {
        String list = "/events?city=" + city + "&on=" + day + "&sort=" + sort;
        List<Map<String, Object>> all = items(() -> anyone(), list + "&limit=200");
        assertEquals(times.length + 2, all.size());
        for (String status : List.of("PLANNED", "PAST", "CANCELLED", "PLANNED,PAST")) {
          List<Object> wanted =
              ids(all.stream().filter(e -> status.contains((String) e.get("status"))).toList());
          assertEquals(wanted, ids(() -> anyone(), list + "&status=" + status + "&limit=2"));
        }
        String from = list + "&from=" + day;
        List<Object> later = ids(() -> anyone(), from + "&limit=200");
        List<Object> notPast =
            ids(
                all.stream()
                    .filter(e -> e.get("startsOn") != null && e.get("status").equals("PLANNED"))
                    .toList());
        assertEquals(notPast, later, from);
        assertEquals(later, ids(() -> anyone(), from + "&limit=1"), from);
        List<Object> before = ids(() -> anyone(), list + "&until=" + day + "&limit=200");
        assertEquals(before, ids(() -> anyone(), list + "&until=" + day + "&limit=1"));
        String next = LocalDate.parse(day).plusDays(1).toString();
        List<Object> within = ids(() -> anyone(), from + "&until=" + next + "&limit=200");
        assertEquals(within, ids(() -> anyone(), from + "&until=" + next + "&limit=1"));
      }
    }
  }

  @Test
  void a_founding_day_that_moves_and_a_member_from_before_it_that_race_are_never_both_taken() {
    for (int round = 0; round < 5; round++) {
      String cluster = make("/clusters", with(aCluster(), "foundedOn", "2000-01-01"));
      member(cluster, "from", "2011-01-01");
      String version = etag("/clusters/" + cluster);
      List<Integer> statuses =
          Race.of(
              8,
              i ->
                  (i == 3
                          ? patch(
                              "/clusters/" + cluster, Map.of("foundedOn", "2010-01-01"), version)
                          : post(
                              "/memberships",
                              with(
                                  aMembership(cluster, make("/organisations", anOrganisation())),
                                  "from",
                                  "2005-01-01")))
                      .extract()
                      .statusCode());
      assertEquals(true, Set.of(200, 201, 409).containsAll(statuses), statuses.toString());
      boolean moved = statuses.get(3) == 200;
      long taken = statuses.stream().filter(status -> status == 201).count();
      assertEquals(moved ? 0 : 7, taken, statuses.toString());
    }
  }
}
