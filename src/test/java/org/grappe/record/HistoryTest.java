package org.grappe.record;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What became of each record: who wrote it, when, from which request, and what it said before. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HistoryTest {
  @Inject DataSource database;

  private static ValidatableResponse history(String path) {
    return admin().get(path + "/history").then().statusCode(200);
  }

  @Test
  void it_tells_who_made_a_record_and_what_each_change_changed() {
    String cluster = make("/clusters", with(aCluster(), "city", "Toulouse"));
    String path = "/clusters/" + cluster;
    String key = aKey("EDITOR", cluster);
    var request =
        bearer(key)
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body("{\"city\": \"Labège\", \"speciality\": \"cloud\"}")
            .patch(path);
    history(path)
        .body("items.action", contains("CREATED", "CHANGED"))
        .body("items[0].by.kind", equalTo("ADMIN_KEY"))
        .body("items[0].at", notNullValue())
        .body("items[0].request.method", equalTo("POST"))
        .body("items[0].changes.find { it.pointer == '/city' }.after", equalTo("Toulouse"))
        .body("items[0].changes.find { it.pointer == '/city' }.before", nullValue())
        .body("items[1].by.kind", equalTo("API_KEY"))
        .body("items[1].by.name", containsString("key-"))
        .body("items[1].request.path", equalTo("/api/v1" + path))
        .body("items[1].request.id", equalTo(request.getHeader("X-Request-Id")))
        .body("items[1].changes.pointer", contains("/city", "/speciality"))
        .body("items[1].changes.before", contains("Toulouse", null))
        .body("items[1].changes.after", contains("Labège", "cloud"));
  }

  @Test
  void a_refused_write_and_one_that_changes_nothing_leave_no_change_behind() {
    String path = "/organisations/" + make("/organisations", anOrganisation());
    patch(path, Map.of("siren", "123456789")).statusCode(422);
    patch(path, Map.of("city", "Sète"), "\"99-stale\"").statusCode(412);
    history(path).body("items", hasSize(1));
  }

  @Test
  void what_an_act_does_to_other_records_is_in_their_histories_too() {
    String cluster = make("/clusters", aCluster());
    String company = make("/organisations", anOrganisation());
    String membership =
        make("/memberships", with(aMembership(cluster, company), "from", "2016-01-01"));
    String office = make("/clusters/" + cluster + "/offices", Map.of("city", "Sète"));
    post("/clusters/" + cluster + "/dissolution", Map.of("on", "2020-01-01")).statusCode(200);
    history("/memberships/" + membership)
        .body("items.action", contains("CREATED", "CHANGED"))
        .body("items[1].changes.pointer", contains("/endReason", "/until"))
        .body("items[1].request.path", equalTo("/api/v1/clusters/" + cluster + "/dissolution"));
    history("/clusters/" + cluster + "/offices/" + office)
        .body("items[1].changes[0].after", equalTo("2020-01-01"));
  }

  @Test
  void a_new_name_of_an_organisation_is_no_change_of_its_memberships() {
    String company = make("/organisations", anOrganisation());
    String membership =
        make(
            "/memberships",
            with(aMembership(make("/clusters", aCluster()), company), "from", "2016-01-01"));
    patch("/organisations/" + company, Map.of("name", unique("Renamed"))).statusCode(200);
    history("/memberships/" + membership).body("items", hasSize(1));
    history("/organisations/" + company).body("items[1].changes.pointer", contains("/name"));
    post(
            "/organisations/" + company + "/transitions",
            Map.of("on", "2016", "name", unique("Later")))
        .statusCode(200);
    history("/memberships/" + membership).body("items", hasSize(1));
    history("/organisations/" + company).body("items[2].changes.pointer", contains("/periods"));
  }

  @Test
  void a_record_is_told_as_the_registry_knew_it() throws InterruptedException {
    String cluster = make("/clusters", aCluster());
    String key = aKey("EDITOR", cluster);
    String path =
        "/clusters/"
            + cluster
            + "/offices/"
            + make("/clusters/" + cluster + "/offices", Map.of("city", "Sète"));
    var created = admin().get(path).then().extract();
    Thread.sleep(5);
    patch(path, Map.of("city", "Nîmes", "openedOn", "2016")).statusCode(200);
    String then = created.path("createdAt");
    bearer(key)
        .get(path + "?knownAt={then}", then)
        .then()
        .statusCode(200)
        .body("city", equalTo("Sète"))
        .body("status", equalTo("PLANNED"))
        .header("ETag", equalTo(created.header("ETag")));
    bearer(key)
        .get(path + "?on=2015-01-01&knownAt=" + Instant.now())
        .then()
        .body("city", equalTo("Nîmes"))
        .body("status", equalTo("PLANNED"));
    bearer(key).get(path + "?knownAt=2000-01-01T00:00:00Z").then().statusCode(404);
    admin()
        .get(path + "?knownAt=yesterday")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("knownAt"));
  }

  @Test
  void every_kind_of_record_can_be_told_as_it_was_known() {
    String cluster = make("/clusters", with(aCluster(), "siren", "356000000"));
    delete("/clusters/" + cluster);
    String company = make("/organisations", with(anOrganisation(), "region", "76"));
    String ours = make("/clusters", aCluster());
    for (String path :
        new String[] {
          "/clusters/" + ours,
          "/organisations/" + company,
          "/sources/" + make("/sources", aSource()),
          "/memberships/"
              + make("/memberships", with(aMembership(ours, company), "from", "2016-01-01")),
          "/clusters/" + ours + "/colleges/" + college(ours),
          "/figures/" + figure(Map.of("cluster", ours)),
          "/figures/" + figure(Map.of("region", "76", "sector", "digital")),
        }) {
      String now = admin().get(path).asString();
      assertThat(path, admin().get(path + "?knownAt=" + Instant.now()).asString(), equalTo(now));
    }
  }

  private static String college(String cluster) {
    return make("/clusters/" + cluster + "/colleges", Map.of("name", unique("College")));
  }

  private static String figure(Map<String, ?> subject) {
    return make(
        "/figures", Map.of("subject", subject, "metric", "MEMBERS", "value", 1, "asOf", "2016"));
  }

  @Test
  void the_history_of_a_deleted_record_is_read_by_administrators_alone() {
    Map<String, Object> body = aCluster();
    String cluster = make("/clusters", body);
    String path = "/clusters/" + cluster;
    String college = path + "/colleges/" + college(cluster);
    String key = aKey("EDITOR", make("/clusters", aCluster()));
    delete(college).statusCode(204);
    delete(path).statusCode(204);
    for (String deleted : new String[] {path, "/clusters/" + body.get("slug")}) {
      history(deleted)
          .body("items.action", contains("CREATED", "DELETED"))
          .body("items[1].changes.find { it.pointer == '/slug' }.before", equalTo(body.get("slug")))
          .body("items[1].changes.find { it.pointer == '/slug' }.after", nullValue());
    }
    bearer(key).get(path + "/history").then().statusCode(404);
    admin().get(path).then().statusCode(404);
    admin().get(path + "?knownAt=" + Instant.now()).then().statusCode(404);
    admin().get("/sources/" + cluster + "/history").then().statusCode(404);
  }

  @Test
  void looking_back_needs_a_credential_that_writes_the_record() {
    String path = "/clusters/" + make("/clusters", aCluster());
    for (String past : new String[] {"/history", "?knownAt=" + Instant.now()}) {
      anyone().get(path + past).then().statusCode(401);
      bearer(aKey("PARTNER")).get(path + past).then().statusCode(403);
      bearer(aKey("EDITOR")).get(path + past).then().statusCode(403);
      admin().get(path + past).then().statusCode(200).header("Cache-Control", "private, no-store");
    }
  }

  @Test
  void a_long_history_comes_in_pages() {
    String path = "/organisations/" + make("/organisations", anOrganisation());
    for (int i = 0; i < 4; i++) {
      patch(path, Map.of("city", "City " + i)).statusCode(200);
    }
    var first = admin().get(path + "/history?limit=3&count=true").then().body("items", hasSize(3));
    first.body("total", equalTo(5));
    admin()
        .basePath("")
        .get((String) first.extract().path("next"))
        .then()
        .body("items", hasSize(2))
        .body("items[1].changes[0].after", equalTo("City 3"))
        .body("items[1].changes[0].before", equalTo("City 2"))
        .body("next", nullValue());
    admin()
        .get(path + "/history?sort=-at&limit=1")
        .then()
        .body("items[0].changes[0].after", equalTo("City 3"));
    admin().get(path + "/history?source=" + unique("x")).then().statusCode(400);
  }

  @Test
  void a_write_that_nobody_has_signed_is_refused_by_the_database() throws SQLException {
    String company = make("/organisations", anOrganisation());
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      SQLException refused =
          assertThrows(
              SQLException.class,
              () ->
                  statement.execute(
                      "update organisations set city = 'Sète' where id = '" + company + "'"));
      assertThat(refused.getMessage(), containsString("unsigned"));
    }
    admin().get("/organisations/" + company).then().body("city", nullValue());
    history("/organisations/" + company).body("items.action", not(hasItem("CHANGED")));
  }

  @Test
  void every_table_of_records_keeps_its_history() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var forgotten =
            statement.executeQuery(
                """
                select string_agg(table_name::text, ', ') from information_schema.columns
                where table_schema = 'public' and column_name = 'created_at'
                  and table_name not in ('regions', 'idempotency_keys', 'record_history',
                    'subsidy_steps', 'merger_steps', 'subsidy_payments', 'subsidy_spans', 'agreed_by_hand',
                    'imports', 'subsidy_funders', 'subsidy_years', 'webhooks', 'webhook_deliveries')
                  and 2 > (
                    select count(*) from pg_trigger
                    where tgrelid = table_name::text::regclass
                      and tgname in ('write_history', 'write_history_added'))""")) {
      forgotten.next();
      assertThat(forgotten.getString(1), nullValue());
    }
  }
}
