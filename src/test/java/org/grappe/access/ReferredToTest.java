package org.grappe.access;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.BodyFields;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changes an organisation or a source: what refers to it decides, whatever that is. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ReferredToTest {
  @Inject DataSource database;
  private String ours;
  private String theirs;
  private String ourKey;

  @BeforeEach
  void two_clusters_and_an_editor_of_one() {
    ours = make("/clusters", aCluster());
    theirs = make("/clusters", aCluster());
    ourKey = aKey("EDITOR", ours);
  }

  private static ValidatableResponse patch(String key, String path) {
    return bearer(key)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("remarks", unique("remark")))
        .patch(path)
        .then();
  }

  private static String entered(String key, String collection, Map<String, Object> body) {
    return Wire.json(
            Wire.call("POST", "/api/v1" + collection, "application/json", body).bearer(key), 201)
        .path("id")
        .textValue();
  }

  private String ourOrganisation() {
    return entered(ourKey, "/organisations", anOrganisation());
  }

  /** What refers to organisations, by the column that keeps it: a record of another, or none. */
  private Map<String, Consumer<String>> references() {
    Map<String, Consumer<String>> all = new HashMap<>();
    all.put(
        "memberships.organisation",
        id -> make("/memberships", with(aMembership(theirs, id), "from", "2016-01-01")));
    all.put(
        "mandates.organisation",
        id -> make("/organisations/" + id + "/mandates", Map.of("role", "OTHER", "from", "2016")));
    all.put(
        "events.host_organisation",
        id -> make("/events", Map.of("name", unique("Event"), "host", Map.of("organisation", id))));
    all.put(
        "event_guests.organisation",
        id -> make("/events", with(anEvent(theirs), "present", List.of(id))));
    all.put("registrations.organisation", this::registerElsewhere);
    all.put(
        "programme_leads.organisation",
        id -> make("/programmes", Map.of("name", unique("Programme"), "leads", List.of(id))));
    all.put(
        "programme_participants.organisation",
        id ->
            make(
                "/programmes",
                Map.of(
                    "name",
                    unique("Programme"),
                    "leads",
                    List.of(theirs),
                    "waves",
                    List.of(Map.of("number", 1, "participants", List.of(id))))));
    all.put(
        "subsidy_lines.organisation", id -> make("/subsidy-lines", line("organisation", id, null)));
    all.put(
        "subsidy_funders.organisation", id -> make("/subsidy-lines", line("cluster", theirs, id)));
    all.put("clusters.organisation", id -> make("/clusters", with(aCluster(), "organisation", id)));
    return all;
  }

  /**
   * At another's event, whose registrations the caller may read, for it is shared with its cluster.
   */
  private void registerElsewhere(String organisation) {
    make("/conventions", aConvention(ours, theirs));
    String event =
        make("/events", with(anEvent(theirs), "startsOn", "2030-01-08", "registrationsOpen", true));
    make("/events/" + event + "/shares", Map.of("cluster", ours));
    make("/events/" + event + "/registrations", Map.of("organisation", organisation, "places", 1));
  }

  private static Map<String, Object> line(String kind, String beneficiary, String funder) {
    Map<String, Object> line = new HashMap<>();
    with(line, "beneficiary", Map.of(kind, beneficiary), "purpose", unique("purpose"));
    with(line, "amount", Map.of("amount", 10), "steps", List.of(Map.of("status", "VOTED")));
    return funder == null
        ? line
        : with(line, "fundings", List.of(Map.of("funder", funder, "share", 100)));
  }

  private List<String> keysTo(String table) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select distinct k.conrelid::regclass || '.' || a.attname
                from pg_constraint k
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                where k.contype = 'f' and k.confrelid = '%s'::regclass"""
                    .formatted(table))) {
      List<String> keys = new ArrayList<>();
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
      return keys;
    }
  }

  @Test
  void whoever_entered_an_organisation_changes_it_until_a_record_that_is_not_theirs_refers_to_it()
      throws SQLException {
    Map<String, Consumer<String>> references = references();
    TreeSet<String> keys = new TreeSet<>(keysTo("organisations"));
    // who became another goes on in that: SuccessionTest
    assertTrue(keys.remove("organisations.followed_by"));
    assertEquals(keys, new TreeSet<>(references.keySet()));
    List<String> surprises = new ArrayList<>();
    references.forEach(
        (column, refer) -> {
          String path = "/organisations/" + ourOrganisation();
          patch(ourKey, path).statusCode(200);
          patch(aKey("EDITOR", theirs), path).statusCode(403);
          refer.accept(path.substring(path.lastIndexOf('/') + 1));
          int changed = patch(ourKey, path).extract().statusCode();
          int deleted =
              bearer(ourKey).header("If-Match", "*").delete(path).then().extract().statusCode();
          int read = bearer(ourKey).get(path + "/history").statusCode();
          if (changed != 403 || deleted != 403 || read != 403) {
            surprises.add(column + ": " + changed + ", " + deleted + ", " + read);
          }
          patch(Api.ADMIN_KEY, path).statusCode(200);
        });
    assertEquals(List.of(), surprises);
  }

  @Test
  void whatever_cites_a_source_keeps_it_from_who_entered_it() throws SQLException {
    assertEquals(List.of("citations.source_id"), keysTo("sources"));
    OpenApi api = OpenApi.served();
    List<String> surprises = new ArrayList<>();
    List<String> cited = new ArrayList<>();
    for (Operation operation : api.operations().toList()) {
      for (BodyFields.Field field : BodyFields.of(api, operation)) {
        if (!field.pointer().endsWith("/sources/0") && !field.pointer().endsWith("/source")) {
          continue;
        }
        String source = entered(ourKey, "/sources", aSource());
        Scene scene = new Scene();
        String address = scene.address(operation);
        Object body =
            BodyFields.with(scene.body(operation), field.pointer(), TextNode.valueOf(source))
                .toString();
        int status = cite(operation, address, body);
        if (status >= 300) {
          continue;
        }
        cited.add(operation + field.pointer());
        int changed = patch(ourKey, "/sources/" + source).extract().statusCode();
        int deleted = Api.admin().header("If-Match", "*").delete("/sources/" + source).statusCode();
        // registrations are read by editors of the host's and its partners', and hidden from others
        int expected = operation.path().contains("/registrations") ? 200 : 403;
        if (changed != expected || deleted != 409) {
          surprises.add(operation + field.pointer() + ": " + changed + ", " + deleted);
        }
      }
    }
    assertTrue(cited.size() > 40, cited.toString());
    assertEquals(List.of(), surprises);
  }

  private static int cite(Operation operation, String address, Object body) {
    boolean patches = operation.method().equals("PATCH");
    String type = patches ? "application/merge-patch+json" : "application/json";
    return Wire.call(operation.method(), address, type, body)
        .bearer(Api.ADMIN_KEY)
        .header("If-Match", "*")
        .status();
  }

  @Test
  void whose_clusters_have_all_that_refers_to_it_changes_what_another_entered() {
    String path = "/organisations/" + make("/organisations", anOrganisation());
    String id = path.substring(path.lastIndexOf('/') + 1);
    patch(ourKey, path).statusCode(403);
    make("/memberships", with(aMembership(ours, id), "from", "2016-01-01"));
    patch(ourKey, path).statusCode(200);
    make("/memberships", with(aMembership(theirs, id), "from", "2016-01-01"));
    patch(ourKey, path).statusCode(403);
    patch(aKey("EDITOR", ours, theirs), path).statusCode(200);
  }

  @Test
  void what_a_caller_entered_and_no_cluster_has_is_no_others() {
    String source = entered(ourKey, "/sources", aSource());
    entered(ourKey, "/organisations", with(anOrganisation(), "sources", List.of(source)));
    patch(ourKey, "/sources/" + source).statusCode(200);
    patch(aKey("EDITOR", ours), "/sources/" + source).statusCode(403);
    make("/organisations", with(anOrganisation(), "sources", List.of(source)));
    patch(ourKey, "/sources/" + source).statusCode(403);
  }

  @Test
  void an_application_that_is_hidden_from_the_caller_makes_no_difference() {
    for (boolean entered : List.of(true, false)) {
      String path =
          "/organisations/"
              + (entered ? ourOrganisation() : make("/organisations", anOrganisation()));
      String id = path.substring(path.lastIndexOf('/') + 1);
      int before = patch(ourKey, path).extract().statusCode();
      int history = bearer(ourKey).get(path + "/history").statusCode();
      String hidden =
          make("/memberships", with(aMembership(theirs, id), "appliedOn", "2020-01-01"));
      patch(ourKey, path).statusCode(before);
      assertEquals(history, bearer(ourKey).get(path + "/history").statusCode());
      if (entered) {
        bearer(ourKey)
            .header("If-Match", "*")
            .delete(path)
            .then()
            .statusCode(409)
            .body("referredToBy", nullValue());
        Api.admin()
            .header("If-Match", "*")
            .delete(path)
            .then()
            .statusCode(409)
            .body("referredToBy.id", equalTo(hidden));
      }
      Api.patch("/memberships/" + hidden, Map.of("from", "2020-02-01")).statusCode(200);
      patch(ourKey, path).statusCode(403);
    }
  }

  @Test
  void what_is_hidden_from_the_caller_is_not_named_by_what_it_cites() {
    String source = entered(ourKey, "/sources", aSource());
    Map<String, Object> application = aMembership(theirs, make("/organisations", anOrganisation()));
    with(application, "appliedOn", "2020-01-01", "sources", List.of(source));
    String hidden = make("/memberships", application);
    String told =
        bearer(ourKey)
            .header("If-Match", "*")
            .delete("/sources/" + source)
            .then()
            .statusCode(409)
            .body("type", equalTo("/problems/still-referenced"))
            .body("referredToBy", nullValue())
            .extract()
            .asString();
    assertFalse(told.matches("(?s).*(membership|" + hidden + ").*"), told);
    String read = make("/organisations", with(anOrganisation(), "sources", List.of(source)));
    bearer(ourKey).header("If-Match", "*").delete("/sources/" + source).then().statusCode(403);
    // of two, the one that the caller may read is named, whichever comes first
    String ownSource = entered(ourKey, "/sources", aSource());
    make("/memberships", with(application, "organisation", read, "sources", List.of(ownSource)));
    String own =
        entered(ourKey, "/organisations", with(anOrganisation(), "sources", List.of(ownSource)));
    bearer(ourKey)
        .header("If-Match", "*")
        .delete("/sources/" + ownSource)
        .then()
        .statusCode(409)
        .body("referredToBy.id", equalTo(own));
  }

  @Test
  void nobody_alone_gives_a_source_away_by_citing_it() {
    String source = entered(ourKey, "/sources", aSource());
    post("/figures", figure(source)).statusCode(201);
    patch(ourKey, "/sources/" + source).statusCode(403);
  }

  private static Map<String, Object> figure(String source) {
    return with(
        new HashMap<>(),
        "subject",
        Map.of("region", "76"),
        "metric",
        "COMPANIES",
        "value",
        1,
        "asOf",
        "2016",
        "sources",
        List.of(source));
  }
}
