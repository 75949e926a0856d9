package org.grappe.subsidy;

import static org.grappe.subsidy.Lines.line;
import static org.grappe.subsidy.Lines.money;
import static org.grappe.subsidy.Lines.payment;
import static org.grappe.subsidy.Lines.step;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line, its ledger and its payments. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SubsidyLineTest {
  @Inject DataSource database;
  private String cluster;

  @BeforeEach
  void a_cluster() {
    cluster = make("/clusters", aCluster());
  }

  @SafeVarargs
  private String made(Object amount, Map<String, ?>... steps) {
    return "/subsidy-lines/" + make("/subsidy-lines", line(cluster, amount, steps));
  }

  private void refused(Map<String, Object> body, String... pointers) {
    post("/subsidy-lines", body).statusCode(422).body("errors.pointer", contains(pointers));
  }

  @Test
  void money_is_a_decimal_with_two_places_and_euros_unless_told_otherwise() {
    String path = made("240000", step("REPORTED", "2014-11-19"));
    String text = get(path).extract().asString();
    assertTrue(text.contains("\"amount\":{\"amount\":240000.00,\"currency\":\"EUR\"}"), text);
    for (String wrong : List.of("0.001", "1e30", "-1")) {
      post("/subsidy-lines", line(cluster, wrong, step("VOTED", null)))
          .statusCode(422)
          .body("errors.pointer", contains("/amount/amount"));
    }
    refused(with(line(cluster, null, step("VOTED", null)), "amount", 5), "/amount");
    for (String currency : List.of("EURO", "XXX", "eur", "")) {
      refused(
          with(
              line(cluster, null, step("VOTED", null)),
              "amount",
              Map.of("amount", 1, "currency", currency)),
          "/amount/currency");
    }
    refused(
        with(
            line(cluster, 1, step("VOTED", null)),
            "amount",
            Map.of("amount", 1, "currency", "CHF"),
            "steps",
            List.of(step("VOTED", null, 1))),
        "/amount/currency");
    patch(path, Map.of("amount", Map.of("amount", 250000.5)))
        .statusCode(200)
        .body("amount.currency", equalTo("EUR"));
    assertTrue(get(path).extract().asString().contains("\"amount\":250000.50,"));
    patch(path, Map.of("steps", List.of(step("VOTED", "2016"))))
        .statusCode(422)
        .body("errors.pointer", contains("/steps"));
  }

  @Test
  void a_beneficiary_is_exactly_one() {
    String organisation = make("/organisations", anOrganisation());
    String slug = get("/clusters/" + cluster).extract().path("slug");
    Map<String, Object> body = line(cluster, 1, step("VOTED", null));
    String id = make("/subsidy-lines", with(body, "beneficiary", slug));
    get("/subsidy-lines/" + id).body("beneficiary.cluster.id", equalTo(cluster));
    id = make("/subsidy-lines", with(body, "beneficiary", Map.of("organisation", organisation)));
    get("/subsidy-lines/" + id).body("beneficiary.organisation.id", equalTo(organisation));
    Map<String, ?> sector = Map.of("region", "91", "name", "Jeux Vidéo");
    id = make("/subsidy-lines", with(body, "beneficiary", Map.of("sector", sector)));
    get("/subsidy-lines/" + id)
        .body("beneficiary.sector.region.name", equalTo("Languedoc-Roussillon"))
        .body("beneficiary.sector.name", equalTo("Jeux Vidéo"));
    get("/subsidy-lines?region=76&sector=jeux-video").body("items.id", contains(id));
    get("/subsidy-lines?region=73&sector=jeux-video").body("items", hasSize(0));
    refused(with(body, "beneficiary", Map.of()), "/beneficiary");
    refused(
        with(body, "beneficiary", Map.of("cluster", slug, "organisation", organisation)),
        "/beneficiary");
    refused(
        with(body, "beneficiary", Map.of("sector", Map.of("name", "x"))),
        "/beneficiary/sector/region");
    refused(with(body, "beneficiary", "none-such"), "/beneficiary");
    body.remove("beneficiary");
    refused(body, "/beneficiary");
    refused(with(line(cluster, 1), "steps", List.of()), "/steps");
    refused(with(line(cluster, 1, step("VOTED", null)), "budgetShare", 40), "/budgetShare");
    refused(with(line(cluster, null, step("VOTED", null)), "budgetShare", 101), "/budgetShare");
    refused(with(line(cluster, 1, step("PAID", null))), "/steps/0/status");
  }

  @Test
  void of_two_rules_that_a_value_breaks_the_same_is_told_each_time() {
    Map<String, Object> body = with(line(cluster, null, step("VOTED", null)), "budgetShare", 1000);
    for (int i = 0; i < 12; i++) {
      post("/subsidy-lines", body)
          .statusCode(422)
          .body("errors", hasSize(1))
          .body("errors[0].detail", containsString("at most 100"));
    }
  }

  @Test
  void parts_add_up_to_the_cent_by_the_largest_remainder() {
    String funder = make("/organisations", anOrganisation());
    Map<String, Object> body = line(cluster, "100", step("VOTED", null));
    with(
        body,
        "fundings",
        List.of(Map.of("share", 33.333), Map.of("share", 33.333), Map.of("share", 33.334)));
    String path = "/subsidy-lines/" + make("/subsidy-lines", body);
    get(path)
        .body("fundings.part.amount", contains(33.33f, 33.33f, 33.34f))
        .body("parts", hasSize(3));
    with(
        body,
        "amount",
        money("0.05"),
        "fundings",
        List.of(Map.of("share", 50), Map.of("share", 50)));
    get("/subsidy-lines/" + make("/subsidy-lines", body))
        .body("parts.amount.amount", contains(0.03f, 0.02f));
    with(
        body,
        "amount",
        money("240000"),
        "fundings",
        List.of(Map.of("funder", funder, "origin", "EUROPEAN", "share", 60)));
    path = "/subsidy-lines/" + make("/subsidy-lines", body);
    get(path)
        .body("parts.amount.amount", contains(144000.00f, 96000.00f))
        .body("parts.share", contains(60, 40))
        .body("parts[1].funder", nullValue())
        .body("fundings.part.amount", contains(144000.00f));
    get("/subsidy-lines?funder={f}&origin=european", funder).body("items", hasSize(1));
    get("/subsidy-lines?funder={f}&origin=state", funder).body("items", hasSize(0));
    delete("/organisations/" + funder)
        .statusCode(409)
        .body("referredToBy.collection", equalTo("subsidy-lines"));
    with(body, "fundings", List.of(Map.of("amount", money("90000")), Map.of("rest", true)));
    get("/subsidy-lines/" + make("/subsidy-lines", body))
        .body("fundings.part.amount", contains(90000.00f, 150000.00f));
    with(body, "fundings", List.of(Map.of("funder", funder)));
    get("/subsidy-lines/" + make("/subsidy-lines", body)).body("fundings[0].part", nullValue());
  }

  @Test
  void a_cluster_funds_a_line_like_an_organisation() {
    String funder = make("/clusters", aCluster());
    String slug = get("/clusters/" + funder).extract().path("slug");
    String other = make("/organisations", anOrganisation());
    Map<String, Object> body = line(cluster, 100, step("VOTED", null));
    List<Map<String, ?>> fundings =
        List.of(
            Map.of("funder", slug, "share", 60),
            Map.of("funder", funder, "share", 10),
            Map.of("funder", other, "share", 30));
    String id = make("/subsidy-lines", with(body, "fundings", fundings));
    String path = "/subsidy-lines/" + id;
    get(path)
        .body("fundings.funder.id", contains(funder, funder, other))
        .body("fundings.funder.slug", contains(slug, slug, null))
        .body("parts.funder.slug", contains(slug, slug, null))
        .body("parts.funder[0].name", equalTo(get("/clusters/" + funder).extract().path("name")));
    for (String one : List.of(funder, slug, other)) {
      get("/subsidy-lines?funder={f}", one).body("items.id", contains(id));
    }
    get("/subsidy-lines?funder={f}", cluster).body("items", hasSize(0));
    get("/subsidy-lines?funder=no_slug").statusCode(400);
    get("/subsidy-lines/summary?by=funder&funder={f}", slug)
        .body("items.find { it.funder.id == '" + funder + "' }.funder.slug", equalTo(slug))
        .body("items.find { it.funder.id == '" + funder + "' }.lines", equalTo(1))
        .body("items.find { it.funder.id == '" + funder + "' }.voted", equalTo(70.00f))
        .body("items.find { it.funder.id == '" + other + "' }.voted", equalTo(30.00f));
    delete("/clusters/" + funder)
        .statusCode(409)
        .body("type", equalTo("/problems/still-referenced"))
        .body("referredToBy.collection", equalTo("subsidy-lines"))
        .body("referredToBy.id", equalTo(id));
    bearer(aKey("EDITOR", funder))
        .contentType("application/json")
        .body(step("AGREED", null))
        .post(path + "/steps")
        .then()
        .statusCode(403);
    for (String unknown : List.of("none-such", id)) {
      refused(
          with(body, "fundings", List.of(Map.of("funder", unknown, "share", 1))),
          "/fundings/0/funder");
    }
    String next = make("/clusters", aCluster());
    patch(path, Map.of("fundings", List.of(Map.of("funder", next)))).statusCode(200);
    get("/subsidy-lines?funder={f}", slug).body("items", hasSize(0));
    delete("/clusters/" + next).statusCode(409);
    patch(path, Map.of("fundings", List.of(Map.of("funder", other)))).statusCode(200);
    delete("/clusters/" + next).statusCode(204);
  }

  @Test
  void more_than_the_whole_is_refused() {
    Map<String, Object> body = line(cluster, "100", step("VOTED", null));
    for (List<?> fundings :
        List.of(
            List.of(Map.of("share", 60), Map.of("share", 40.01)),
            List.of(Map.of("share", 101)),
            List.of(Map.of("amount", money(60)), Map.of("amount", money("40.01"))))) {
      post("/subsidy-lines", with(body, "fundings", fundings))
          .statusCode(409)
          .body("type", equalTo("/problems/shares-exceed-whole"));
    }
    refused(
        with(body, "fundings", List.of(Map.of("share", 1), Map.of("amount", money(1)))),
        "/fundings");
    refused(
        with(body, "fundings", List.of(Map.of("rest", true), Map.of("rest", true))), "/fundings");
    refused(with(body, "fundings", List.of(Map.of("rest", true, "share", 1))), "/fundings/0");
    with(body, "fundings", List.of(Map.of("amount", money(60))));
    String path = "/subsidy-lines/" + make("/subsidy-lines", body);
    patch(path, Map.of("amount", Map.of("amount", 50))).statusCode(409);
    patch(path, Map.of("amount", Map.of("amount", 60))).statusCode(200);
  }

  @Test
  void a_step_is_told_from_its_day_on_and_the_amount_is_that_of_the_latest() {
    String path = made(240000, step("REPORTED", "2014-11-19"));
    post(path + "/steps", step("VOTED", "2015-03", 200000)).statusCode(201);
    post(path + "/steps", step("AGREED", "2015-04-01")).statusCode(201);
    get(path + "?on=2014-11-18").body("status", nullValue()).body("amount", nullValue());
    get(path + "?on=2014-11-19")
        .body("status", equalTo("REPORTED"))
        .body("amount.amount", equalTo(240000.00f));
    get(path + "?on=2015-03-01")
        .body("status", equalTo("VOTED"))
        .body("amount.amount", equalTo(200000.00f));
    get(path).body("status", equalTo("AGREED")).body("amount.amount", equalTo(200000.00f));
    get(path + "/steps").body("items.status", contains("REPORTED", "VOTED", "AGREED"));
    get("/subsidy-lines?cluster={c}&status=voted&on=2015-03-31", cluster).body("items", hasSize(1));
    get("/subsidy-lines?cluster={c}&status=voted", cluster).body("items", hasSize(0));
    get("/subsidy-lines?cluster={c}&on=2010-01-01", cluster).body("items", hasSize(1));
  }

  @Test
  void steps_do_not_run_backwards_and_after_a_cancellation_only_a_correction_follows() {
    String path = made(100, step("REPORTED", "2015"));
    post(path + "/steps", step("VOTED", "2014-12-31"))
        .statusCode(422)
        .body("errors.pointer", contains("/on"));
    post(path + "/steps", step("VOTED", "2015-01-01")).statusCode(201);
    String cancelled = post(path + "/steps", step("CANCELLED", "2015-06")).extract().path("id");
    post(path + "/steps", step("AGREED", "2015-07"))
        .statusCode(422)
        .body("errors.pointer", contains("/status"));
    get(path).body("status", equalTo("CANCELLED"));
    post(path + "/steps", with(step("AGREED", "2015-07"), "corrects", cluster))
        .statusCode(422)
        .body("errors.pointer", contains("/corrects"));
    Map<String, Object> correction = with(step("AGREED", "2015-06", 80), "corrects", cancelled);
    post(path + "/steps", correction).statusCode(201);
    post(path + "/steps", correction).statusCode(422).body("errors.pointer", contains("/corrects"));
    get(path).body("status", equalTo("AGREED")).body("amount.amount", equalTo(80.00f));
    refused(line(cluster, 1, step("VOTED", "2016"), step("AGREED", "2015-12")), "/steps/1/on");
    refused(
        line(cluster, 1, with(step("VOTED", "2016"), "corrects", cluster)), "/steps/0/corrects");
  }

  @Test
  void a_correction_takes_the_place_of_what_it_corrects_from_its_own_day_on() {
    String path = made(100, step("REPORTED", "2015-01"), step("VOTED", "2015-03"));
    String first = get(path).extract().path("steps[0].id");
    post(path + "/steps", with(step("REPORTED", "2015-05", 120), "corrects", first))
        .statusCode(201);
    get(path).body("status", equalTo("VOTED")).body("amount.amount", equalTo(100.00f));
    get("/subsidy-lines/summary?cluster={c}&on=2015-04-30", cluster)
        .body("items.reported", contains(100.00f));
    get("/subsidy-lines/summary?cluster={c}", cluster)
        .body("items.reported", contains(120.00f))
        .body("items.voted", contains(100.00f));
  }

  @Test
  void the_database_itself_keeps_the_ledger_and_the_payments() throws SQLException {
    String path = made(100, step("AGREED", "2015"));
    String id = path.replaceFirst(".*/", "");
    for (String change :
        List.of(
            "steps = '[{\"id\": \"x\", \"status\": \"VOTED\"}]'",
            "payments = '[{\"on\": \"2015-01-01\", \"amount\": {\"amount\": 100.01}}]'",
            "payments = '[{\"on\": \"2015-01-01\", \"amount\": {\"amount\": -1}},"
                + " {\"on\": \"2015-01-02\", \"amount\": {\"amount\": 1}}]'")) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        SQLException refused =
            assertThrows(
                SQLException.class,
                () ->
                    statement.execute(
                        "update subsidy_lines set " + change + " where id = '" + id + "'"));
        assertEquals("23514", refused.getSQLState(), change);
      }
    }
  }

  @Test
  void payments_never_exceed_what_was_last_agreed_or_voted() {
    String path = made(1000, step("REPORTED", "2015"));
    exceeds(path + "/payments", payment("2015-03-01", 1));
    post(path + "/steps", step("VOTED", "2015-02")).statusCode(201);
    exceeds(path + "/payments", payment("2015-03-01", "1000.01"));
    String one = post(path + "/payments", payment("2015-03-01", 700)).extract().path("id");
    exceeds(path + "/steps", step("AGREED", "2015-04", "699.99"));
    post(path + "/steps", step("AGREED", "2015-04", 800)).statusCode(201);
    exceeds(path + "/payments", payment("2015-05-01", "100.01"));
    get(path).body("status", equalTo("AGREED")).body("paid.amount", equalTo(700.00f));
    post(path + "/payments", payment("2015-05-01", 100))
        .statusCode(201)
        .header("Location", containsString(path + "/payments/"));
    get(path).body("status", equalTo("PAID"));
    get(path + "?on=2015-04-30")
        .body("status", equalTo("AGREED"))
        .body("paid.amount", equalTo(700.00f));
    exceeds(path + "/payments", payment("2015-02-28", -1));
    exceeds(path + "/payments", payment("2015-05-01", "-800.01"));
    post(path + "/payments", payment("2015-06-01", -50)).statusCode(201);
    get(path).body("status", equalTo("AGREED")).body("paid.amount", equalTo(750.00f));
    get(path + "/payments").body("items.amount.amount", contains(700.00f, 100.00f, -50.00f));
    admin().delete(path + "/payments/" + one).then().statusCode(428);
    admin()
        .header("If-Match", etag(path + "/payments/" + one))
        .delete(path + "/payments/" + one)
        .then()
        .statusCode(204);
    get(path).body("paid.amount", equalTo(50.00f));
    get(path + "/payments/" + one).statusCode(404);
    for (Map<String, Object> wrong :
        List.of(
            payment("2015-06-01", 0),
            with(payment("2015-06-01", 1), "amount", Map.of("amount", 1, "currency", "CHF")),
            with(payment("2015-06-01", 1), "id", cluster),
            Map.of("on", "2015-06", "amount", money(1)))) {
      post(path + "/payments", wrong).statusCode(422);
    }
  }

  private static void exceeds(String path, Map<String, Object> body) {
    post(path, body).statusCode(409).body("type", equalTo("/problems/payments-exceed-amount"));
  }

  @Test
  void of_two_payments_that_race_for_the_last_euro_one_wins() throws Exception {
    try (Connections racing = new Connections()) {
      for (int round = 0; round < 5; round++) {
        String path = made(100, step("AGREED", "2015"));
        post(path + "/payments", payment("2015-03-01", 99)).statusCode(201);
        Callable<Integer> last =
            () -> post(path + "/payments", payment("2015-04-01", 1)).extract().statusCode();
        List<Integer> answers = racing.both(last);
        assertEquals(List.of(201, 409), answers);
        get(path).body("paid.amount", equalTo(100.00f));
      }
    }
  }

  /** Two threads that begin together. */
  private static final class Connections implements AutoCloseable {
    private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(2);

    List<Integer> both(Callable<Integer> act) throws Exception {
      java.util.ArrayList<Integer> answers = new java.util.ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(List.of(act, act))) {
        answers.add(answer.get());
      }
      return answers.stream().sorted().toList();
    }

    @Override
    public void close() {
      threads.shutdown();
    }
  }

  @Test
  void a_line_stays_with_its_cluster_or_is_assigned_to_the_successor() {
    String heir = make("/clusters", aCluster());
    String other = make("/clusters", aCluster());
    refused(with(line(cluster, 1, step("VOTED", "2015")), "assignedTo", heir), "/assignedTo");
    refused(
        line(cluster, 1, with(step("VOTED", "2015"), "assignedTo", heir)), "/steps/0/assignedTo");
    String path = made(100, step("VOTED", "2015"));
    Map<String, Object> assigning = with(step("VOTED", "2018-06"), "assignedTo", heir);
    post(path + "/steps", assigning)
        .statusCode(422)
        .body("errors.pointer", contains("/assignedTo"));
    String merger = make("/mergers", Map.of("parties", List.of(cluster, other), "result", heir));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test"))
        .statusCode(200);
    get("/subsidy-lines?cluster={c}", heir).body("items", hasSize(0));
    get("/subsidy-lines?cluster={c}&includePredecessors=true", heir).body("items", hasSize(1));
    post(path + "/steps", with(step("VOTED", "2017-06"), "assignedTo", heir)).statusCode(422);
    post(path + "/steps", assigning).statusCode(201).body("assignedTo.id", equalTo(heir));
    get(path).body("assignedTo.id", equalTo(heir)).body("beneficiary.cluster.id", equalTo(cluster));
    get("/subsidy-lines?cluster={c}", heir).body("items", hasSize(1));
    get("/subsidy-lines?cluster={c}", cluster).body("items", hasSize(0));
    get("/subsidy-lines?cluster={c}&on=2018-05-31", cluster).body("items", hasSize(1));
    get("/subsidy-lines/summary?by=beneficiary&cluster={c}", heir)
        .body("items.beneficiary.cluster.id", contains(heir));
    delete("/clusters/" + heir).statusCode(409);
  }

  @Test
  void the_editor_of_the_beneficiary_or_of_a_programmes_lead_writes() {
    String organisation = make("/organisations", anOrganisation());
    String programme =
        make("/programmes", Map.of("name", "P", "leads", List.of(organisation, cluster)));
    String editor = aKey("EDITOR", cluster);
    Map<String, Object> body = line(cluster, 1, step("VOTED", null));
    for (Map<String, ?> its : List.of(Map.of("cluster", cluster), Map.of("programme", programme))) {
      String id =
          bearer(editor)
              .contentType("application/json")
              .body(with(body, "beneficiary", its))
              .post("/subsidy-lines")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      bearer(editor)
          .contentType("application/json")
          .body(step("AGREED", null))
          .post("/subsidy-lines/" + id + "/steps")
          .then()
          .statusCode(201);
      bearer(aKey("EDITOR", make("/clusters", aCluster())))
          .contentType("application/json")
          .body(step("AGREED", null))
          .post("/subsidy-lines/" + id + "/steps")
          .then()
          .statusCode(403);
    }
    get("/subsidy-lines?programme={p}", programme).body("items", hasSize(1));
    for (Map<String, ?> nobodys :
        List.of(
            Map.of("organisation", organisation),
            Map.of("sector", Map.of("region", "91", "name", "x")))) {
      bearer(editor)
          .contentType("application/json")
          .body(with(body, "beneficiary", nobodys))
          .post("/subsidy-lines")
          .then()
          .statusCode(403);
    }
    delete("/programmes/" + programme)
        .statusCode(409)
        .body("referredToBy.collection", equalTo("subsidy-lines"));
  }

  @Test
  void what_a_step_cites_stays_and_what_was_known_is_told() {
    String source = make("/sources", aSource());
    String path = made(100, with(step("VOTED", "2015"), "sources", List.of(source)));
    get(path).body("steps[0].sources.id", contains(source));
    delete("/sources/" + source).statusCode(409);
    get("/subsidy-lines?source={s}", source).body("items", hasSize(1));
    String before = get(path).extract().path("updatedAt");
    post(path + "/steps", step("AGREED", "2015", 50)).statusCode(201);
    admin()
        .get(path + "?knownAt=" + before)
        .then()
        .statusCode(200)
        .body("status", equalTo("VOTED"))
        .body("amount.amount", equalTo(100.00f))
        .body("steps", hasSize(1));
    admin().get(path + "/history").then().body("items.changes[1].pointer", contains("/steps"));
    get("/subsidy-lines/" + cluster + "/steps").statusCode(404);
    get(path + "/steps/" + cluster).statusCode(404);
    get("/subsidy-lines?fiscalYear=20x5").statusCode(400);
    get("/subsidy-lines?fiscalYear=2015&cluster={c}", cluster).body("items", hasSize(0));
    delete(path).statusCode(204);
    get(path).statusCode(404);
  }
}
