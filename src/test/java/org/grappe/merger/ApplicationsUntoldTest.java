package org.grappe.merger;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.anyonePastMemory;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.grappe.testing.OpenApi;
import org.grappe.testing.Pages;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No answer names an application to who may not read it, whatever else names it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ApplicationsUntoldTest {
  private static final String MIGRATION = "V095__Applications_are_told_apart_in_divisions.sql";

  private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");
  private static final Map<String, Object> COMPLETION =
      Map.of("effectiveOn", "2019-01-01", "withoutBallots", true, "reason", "a test");

  @Inject DataSource database;

  private final Map<String, List<String>> known = new HashMap<>();
  private final List<String> clusters = new ArrayList<>();
  private final List<String> organisations = new ArrayList<>();
  private String from;
  private String source;
  private String north;
  private String member;
  private String application;
  private String division;

  private String cluster() {
    clusters.add(make("/clusters", with(aCluster(), "foundedOn", "2005")));
    return clusters.get(clusters.size() - 1);
  }

  private String organisation() {
    organisations.add(make("/organisations", anOrganisation()));
    return organisations.get(organisations.size() - 1);
  }

  private String application(String cluster) {
    return make(
        "/memberships", with(aMembership(cluster, organisation()), "appliedOn", "2018-06-01"));
  }

  private static Map<String, Object> to(String membership, String to) {
    return Map.of("membership", membership, "to", to);
  }

  /** Applications wherever something else may name one: to come, in effect, and given up. */
  @BeforeEach
  void applications() {
    from = anyone().get("/changes?after=now").path("nextCursor");
    source = cluster();
    north = cluster();
    member = make("/memberships", with(aMembership(source, organisation()), "from", "2012-01-01"));
    application = application(source);
    String refused = application(source);
    patch("/memberships/" + refused, Map.of("refusedOn", "2018-07-01")).statusCode(200);
    division =
        division(
            source,
            north,
            List.of(to(member, north), to(application, north), to(refused, "LEAVES")));
    String divided = cluster();
    String part = cluster();
    String done =
        division(
            divided,
            part,
            List.of(to(application(divided), part), to(application(divided), "LEAVES")));
    post("/divisions/" + done + "/completion", COMPLETION).statusCode(200);
    String one = cluster();
    String other = cluster();
    application(one);
    make(
        "/memberships",
        with(
            aMembership(other, organisations.get(organisations.size() - 1)), "from", "2015-01-01"));
    application(other);
    String merger =
        make(
            "/mergers",
            Map.of("parties", List.of(one, other), "result", other, "announcedOn", "2018"));
    post("/mergers/" + merger + "/completion", COMPLETION).statusCode(200);
    make("/mergers", Map.of("parties", List.of(source, other), "announcedOn", "2018"));
    String followed = organisation();
    make("/memberships", with(aMembership(north, followed), "appliedOn", "2018-06-01"));
    post(
            "/organisations/" + followed + "/succession",
            Map.of("successor", organisation(), "on", "2018-09-01", "kind", "CONVERTED"))
        .statusCode(200);
    String event =
        make("/events", with(anEvent(source), "startsOn", "2030-01-08", "registrationsOpen", true));
    post(
        "/events/" + event + "/registrations",
        Map.of("organisation", organisations.get(1), "places", 1, "membership", application));
    known.put("{cluster}", clusters);
    known.put("{organisation}", organisations);
    known.put("{code}", List.of("76"));
  }

  private static String division(
      String source, String result, List<Map<String, Object>> assignments) {
    Map<String, Object> body = new LinkedHashMap<>();
    with(body, "cluster", source, "kind", "SPIN_OFF", "results", List.of(result));
    return make("/divisions", with(body, "assignments", assignments));
  }

  private List<String> hidden() {
    List<String> ids =
        Pages.items(() -> admin(), "/api/v1/memberships?status=all&limit=200").stream()
            .filter(item -> item.get("from") == null)
            .map(item -> (String) item.get("id"))
            .toList();
    assertTrue(ids.size() > 8, ids + "");
    return ids;
  }

  /** Every address of a template; what is named in it is the newest there is. */
  private Stream<String> addresses(String path) {
    Matcher parameter = PARAMETER.matcher(path);
    if (!parameter.find()) {
      return Stream.of(path);
    }
    String name = parameter.group();
    List<String> values =
        known.containsKey(name) ? known.get(name) : ids(path.substring(0, parameter.start() - 1));
    return values.stream()
        .flatMap(
            value ->
                addresses(
                    path.substring(0, parameter.start())
                        + value
                        + path.substring(parameter.end())));
  }

  private static List<String> ids(String collection) {
    Response list = admin().basePath("").get(collection + "?limit=20&sort=-createdAt");
    List<String> ids = list.statusCode() == 200 ? list.path("items.id") : List.of();
    return ids.stream().filter(Objects::nonNull).toList();
  }

  private record Asked(String address, String type) {}

  private Stream<Asked> all() {
    OpenApi api = OpenApi.served();
    return api.gets()
        .filter(operation -> operation.path().startsWith("/api/v1/"))
        .filter(operation -> !operation.path().endsWith("/changes"))
        .flatMap(
            operation ->
                addresses(operation.path())
                    .flatMap(
                        address ->
                            api.content(operation.node().at("/responses/200"))
                                .map(content -> new Asked(address, content.getKey()))));
  }

  private static List<String> named(List<String> hidden, String text) {
    return hidden.stream().filter(text::contains).toList();
  }

  @Test
  void no_answer_names_one_to_who_may_not_read_it() {
    List<String> hidden = hidden();
    String stranger = aKey("EDITOR", cluster());
    List<Asked> all = all().toList();
    assertTrue(all.size() > 300, all.size() + "");
    List<String> faults = new ArrayList<>();
    for (Asked asked : all) {
      for (Supplier<RequestSpecification> caller :
          List.<Supplier<RequestSpecification>>of(
              () -> anyonePastMemory(), () -> bearer(stranger))) {
        String text =
            caller.get().basePath("").accept(asked.type()).get(asked.address()).asString();
        List<String> named = named(hidden, text);
        // it may stand in its own address, of which a problem tells
        named.stream()
            .filter(id -> !asked.address().contains(id))
            .forEach(id -> faults.add(asked + " " + id));
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  @Test
  void nor_does_the_feed_or_what_was_known() {
    List<String> hidden = hidden();
    for (String embed : List.of("", "&embed=record")) {
      for (String after = from; after != null; ) {
        Response page = anyone().get("/changes?limit=200&after=" + after + embed);
        assertEquals(List.of(), named(hidden, page.asString()));
        after = page.path("more") ? page.path("nextCursor") : null;
      }
    }
    String result = aKey("EDITOR", north);
    Response then =
        bearer(result).get("/divisions/" + division + "?knownAt=" + Instant.now().minusMillis(1));
    assertEquals(List.of(), then.statusCode() == 200 ? named(hidden, then.asString()) : List.of());
  }

  @Test
  void who_may_read_it_is_told_where_it_goes() {
    String path = "/divisions/" + division;
    for (String key : List.of(aKey("PARTNER"), aKey("EDITOR", source))) {
      List<String> assigned = bearer(key).get(path).path("assignments.membership.id");
      assertEquals(3, assigned.size());
      assertTrue(assigned.contains(application));
      assertFalse(bearer(key).get(path).asString().contains("\"application\""));
      String told =
          bearer(key)
              .get("/changes?embed=record&limit=200&types=division&after=" + from)
              .asString();
      assertTrue(told.contains(application));
      assertFalse(told.contains("\"application\""));
    }
    assertEquals(List.of(member), anyone().get(path).path("assignments.membership.id"));
    String history = admin().get(path + "/history").asString();
    assertTrue(history.contains(application));
    assertFalse(history.contains("\"application\""));
  }

  @Test
  void who_was_admitted_is_told_once_the_division_is_written_and_who_applies_anew_no_longer() {
    String path = "/divisions/" + division;
    patch("/memberships/" + application, Map.of("from", "2018-08-01")).statusCode(200);
    patch(path, Map.of("remarks", "written")).statusCode(200);
    assertEquals(
        List.of(member, application), anyone().get(path).path("assignments.membership.id"));
    Map<String, Object> none = new HashMap<>();
    none.put("from", null);
    none.put("appliedOn", "2018-06-01");
    patch("/memberships/" + application, none).statusCode(200);
    assertEquals(List.of(member), anyone().get(path).path("assignments.membership.id"));
    assertFalse(anyone().get("/export").asString().contains(application));
  }

  /** As versions before 1.1 kept them, and as the migration to it leaves them. */
  @Test
  void divisions_that_an_earlier_version_wrote_are_told_alike() throws Exception {
    try (var script = getClass().getResourceAsStream("/db/migration/" + MIGRATION);
        var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("alter table divisions disable trigger user");
      statement.execute(
          "update divisions set assignments = (select jsonb_agg(x - 'application' order by n)"
              + " from jsonb_array_elements(assignments) with ordinality a(x, n))"
              + (" where id = '" + division + "'"));
      statement.execute("alter table divisions enable trigger user");
      statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    String told = "/changes?embed=record&limit=200&types=division&after=" + from;
    assertFalse(anyone().get(told).asString().contains(application));
    assertTrue(bearer(aKey("PARTNER")).get(told).asString().contains(application));
  }
}
