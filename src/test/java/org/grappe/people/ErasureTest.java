package org.grappe.people;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A person's name goes, and what the person did in office stays (art. 17 GDPR). */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@Order(1) // searches all that there is, again and again
class ErasureTest {
  @Inject DataSource database;

  /** Letters alone, for each test its own. */
  private String family;

  private String name;
  private String cluster;

  @BeforeEach
  void a_cluster_and_a_name_that_no_other_test_has() {
    family = unique("Molinié").replaceAll("[^a-zA-Zé]", "") + letters(System.nanoTime());
    name = "Alain " + family;
    cluster = make("/clusters", aCluster());
  }

  private static String letters(long number) {
    StringBuilder letters = new StringBuilder();
    for (long rest = number; rest > 0; rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    return letters.toString();
  }

  private String mandate() {
    return "/clusters/"
        + cluster
        + "/mandates/"
        + make(
            "/clusters/" + cluster + "/mandates",
            Map.of("person", name, "role", "PRESIDENT", "from", "2014-11-19"));
  }

  private static io.restassured.response.ValidatableResponse erase(Map<String, ?> body) {
    return post("/people/erasure", body).statusCode(200);
  }

  /** Whether the name stands anywhere in the database, in the order given or turned. */
  private boolean isKept() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select exists (select from (
                  select m::text from mandates m
                  union all select s::text from sources s
                  union all select c::text from clusters c
                  union all select c::text from credentials c
                  union all select k::text from conventions k
                  union all select e::text from events e
                  union all select h::text from history h
                  union all select e::text from erasures e
                  union all select convert_from(k.body, 'UTF8') from idempotency_keys k) kept(text)
                where plain(text) like '%%' || plain('%s') || '%%')
                """
                    .formatted(family))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Test
  void it_goes_from_everything_and_the_office_its_days_and_their_number_stay() throws SQLException {
    String mandate = mandate();
    String retry = unique("retry");
    Map<String, Object> article =
        with(
            aSource(),
            "title",
            "Entretien avec " + family.toUpperCase(java.util.Locale.FRENCH) + " Alain, président",
            "author",
            name,
            "remarks",
            "As “alain " + family.replace('é', 'e') + "” says.");
    String source =
        "/sources/"
            + admin()
                .header("Idempotency-Key", retry)
                .contentType("application/json")
                .body(article)
                .post("/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    patch(
            "/clusters/" + cluster,
            Map.of("statements", List.of(Map.of("text", "one entity", "by", name))))
        .statusCode(200);
    patch("/clusters/" + cluster, Map.of("statements", List.of())).statusCode(200);
    post("/credentials", Map.of("name", "Key of " + name, "role", "PARTNER")).statusCode(201);

    assertThat(isKept(), equalTo(true));

    var counted = post("/people/erasure?dryRun=true", Map.of("person", name)).statusCode(200);
    counted.body("dryRun", equalTo(true)).body("mandates", equalTo(1));
    admin().get(mandate).then().body("person", equalTo(name));

    erase(Map.of("person", family.toUpperCase(java.util.Locale.FRENCH) + " alain"))
        .body("mandates", equalTo(1))
        .body("authors", equalTo(1))
        .body("texts", equalTo(3))
        .body("statements", equalTo(0))
        .body("history", equalTo(4))
        .body("answers", equalTo(1));

    admin()
        .get(mandate)
        .then()
        .body("person", nullValue())
        .body("role", equalTo("PRESIDENT"))
        .body("from", equalTo("2014-11-19"));
    admin()
        .get(source)
        .then()
        .body("title", equalTo("Entretien avec […], président"))
        .body("author", nullValue())
        .body("remarks", equalTo("As “[…]” says."));
    admin()
        .header("Idempotency-Key", retry)
        .contentType("application/json")
        .body(article)
        .post("/sources")
        .then()
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .body("author", nullValue());
    assertThat(isKept(), equalTo(false));
    erase(Map.of("person", name)).body("mandates", equalTo(0)).body("history", equalTo(0));
  }

  @Test
  void the_act_is_on_record_without_the_name() {
    String mandate = mandate();
    String before = admin().get(mandate).getHeader("ETag");
    erase(Map.of("person", name));
    admin()
        .get(mandate + "/history")
        .then()
        .body("items.action", contains("CREATED", "ERASED"))
        .body("items[0].changes.pointer.findAll { it == '/person' }", hasSize(0))
        .body("items[1].changes", hasSize(0))
        .body("items[1].request.path", equalTo("/api/v1/people/erasure"));
    patch(mandate, Map.of("title", "t"), before).statusCode(412);
  }

  @Test
  void of_two_people_with_one_name_the_cluster_tells_which() {
    String erased = mandate();
    cluster = make("/clusters", aCluster());
    String kept = mandate();
    String first = admin().get(erased).then().extract().path("cluster.id");
    erase(Map.of("person", name, "cluster", first)).body("mandates", equalTo(1));
    admin().get(erased).then().body("person", nullValue());
    admin().get(kept).then().body("person", equalTo(name));
  }

  @Test
  void a_company_that_bears_the_name_keeps_it() {
    String company = make("/organisations", with(anOrganisation(), "name", name));
    erase(Map.of("person", name)).body("texts", equalTo(0)).body("history", equalTo(0));
    admin().get("/organisations/" + company).then().body("name", equalTo(name));
  }

  @Test
  void somebody_else_whose_name_begins_alike_is_not_meant() {
    String source =
        make("/sources", with(aSource(), "author", name + "res", "remarks", "Alain and " + family));
    erase(Map.of("person", name)).body("authors", equalTo(0)).body("texts", equalTo(0));
    admin().get("/sources/" + source).then().body("author", equalTo(name + "res"));
  }

  @Test
  void a_name_has_letters() {
    post("/people/erasure", Map.of("person", "??")).statusCode(422);
    post("/people/erasure", Map.of()).statusCode(422).body("errors[0].pointer", equalTo("/person"));
  }

  @Test
  void it_goes_from_signings_and_from_what_is_said_of_events() throws SQLException {
    String convention =
        make(
            "/conventions",
            with(
                aConvention(cluster, make("/clusters", aCluster())),
                "signings",
                List.of(
                    Map.of(
                        "on",
                        "2015-06-04",
                        "signatories",
                        List.of(name),
                        "witnesses",
                        List.of("Damien Alary", name)))));
    String event =
        make(
            "/events",
            with(
                anEvent(cluster),
                "startsOn",
                "2030-01-08",
                "recurrence",
                "FREQ=WEEKLY;COUNT=3",
                "description",
                "With " + name + " at noon"));
    post(
            "/events/" + event + "/occurrences/2030-01-15/cancellation",
            Map.of("reason", name + " is ill"))
        .statusCode(200);
    erase(Map.of("person", name));
    assertFalse(isKept());
    admin()
        .get("/conventions/" + convention)
        .then()
        .body("signings[0].witnesses", contains("Damien Alary", "[…]"))
        .body("signings[0].signatories", contains("[…]"));
    admin().get("/events/" + event).then().body("description", equalTo("With […] at noon"));
  }
}
