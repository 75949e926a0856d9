package org.grappe.scdl;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.grappe.testing.Api;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.grappe.testing.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subsidies in and out of the French open-data format. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class ScdlTest {
  private static final String PATH = "/subsidy-lines/scdl";
  private final TableSchema schema = new TableSchema();
  private String funder;

  @BeforeEach
  void a_funder_of_its_own() {
    funder = Subsidies.siret(aSiren());
  }

  private static ValidatableResponse send(RequestSpecification caller, byte[] file, String query) {
    return caller.contentType("text/csv").body(file).post(PATH + query).then();
  }

  private static ValidatableResponse send(String file, String query) {
    return send(admin(), file.getBytes(StandardCharsets.UTF_8), query);
  }

  private Map<String, String> aLine() {
    Map<String, String> line = new LinkedHashMap<>();
    schema.columns().forEach(column -> line.put(column, ""));
    line.put("nomAttribuant", "Région d'essai");
    line.put("idAttribuant", funder);
    line.put("dateConvention", "2017-06-27");
    line.put("referenceDecision", "2017-03");
    line.put("nomBeneficiaire", "Association");
    line.put("idBeneficiaire", Subsidies.siret(aSiren()));
    line.put("objet", "Animations");
    line.put("montant", "1000.00");
    line.put("nature", "aide en numéraire");
    line.put("conditionsVersement", "unique");
    line.put("datesPeriodeVersement", "2017-06-27");
    line.put("notificationUE", "non");
    line.put("pourcentageSubvention", "1");
    return line;
  }

  private Map<String, String> aLine(String... cells) {
    Map<String, String> line = aLine();
    for (int i = 0; i < cells.length; i += 2) {
      line.put(cells[i], cells[i + 1]);
    }
    return line;
  }

  @SafeVarargs
  private static String file(Map<String, String>... lines) {
    StringBuilder file = new StringBuilder(Subsidies.HEADER);
    for (Map<String, String> line : lines) {
      file.append(
              line.values().stream()
                  .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return file.toString();
  }

  private static String organisation(String siret) {
    return get("/organisations?siren=" + siret.substring(0, 9)).extract().path("items[0].id");
  }

  private static List<Map<String, String>> export(String query) {
    byte[] bytes = anyone().get(PATH + query).then().statusCode(200).extract().asByteArray();
    return Table.read(bytes).lines().stream().map(Table.Line::cells).toList();
  }

  private static byte[] maineEtLoire() {
    try (InputStream file = ScdlTest.class.getResourceAsStream("/data/scdl-maine-et-loire.csv")) {
      return file.readAllBytes();
    } catch (IOException unread) {
      throw new IllegalStateException(unread);
    }
  }

  @Test
  void the_publication_of_maine_et_loire_goes_in_once_and_comes_out_by_the_schema() {
    byte[] file = maineEtLoire();
    for (String query : List.of("?dryRun=true", "", "?partial=true")) {
      boolean refused = query.isEmpty();
      ValidatableResponse answer =
          send(admin(), file, query)
              .statusCode(refused ? 422 : 200)
              .body("lines", equalTo(75))
              .body("sum.currency", equalTo("EUR"))
              .body("beneficiaries", equalTo(46))
              .body("made", equalTo(refused ? 0 : 63))
              .body("unchanged", equalTo(0))
              .body("leftOut", equalTo(12))
              .body("faultsOmitted", nullValue());
      assertTrue(answer.extract().asString().contains("\"sum\":{\"amount\":8327364.88,"));
      answer
          .body("faults.findAll { it.blocking }.line.unique().size()", equalTo(12))
          .body(
              "faults.findAll { it.rule == 'unknown-column' }.column",
              equalTo(List.of("natureDecision", "Colonne1")))
          .body("faults.findAll { it.rule == 'similar' }", hasSize(0))
          .body("faults.findAll { it.value == '7,86E+13' }.blocking", equalTo(List.of(true)));
      if (refused) {
        answer.body("type", equalTo("/problems/import-refused"));
      }
      if (!query.startsWith("?partial")) {
        get("/organisations?siren=224900019").body("items", hasSize(0));
      }
    }
    send(admin(), file, "?partial=true")
        .statusCode(200)
        .body("made", equalTo(0))
        .body("unchanged", equalTo(63))
        .body("leftOut", equalTo(12));
    String department = organisation("22490001900015");
    String lines = "/subsidy-lines?limit=200&count=true&funder=" + department;
    get(lines).body("total", equalTo(63)).body("items.status", everyItem(equalTo("AGREED")));

    List<Map<String, String>> exported = export("?funder=" + department);
    exported.forEach(row -> assertEquals(List.of(), schema.faults(row), row.toString()));
    assertEquals(schema.columns(), List.copyOf(exported.get(0).keySet()));
    int omitted =
        get(PATH + "/omissions?count=true&funder=" + department)
            .body(
                "items.faults.flatten().column.unique()", equalTo(List.of("datesPeriodeVersement")))
            .extract()
            .path("total");
    assertEquals(63, exported.size() + omitted);

    // elsewhere: where none of them is
    String text = anyone().get(PATH + "?funder=" + department).asString();
    send(text, "")
        .statusCode(200)
        .body("made", equalTo(0))
        .body("unchanged", equalTo(exported.size()));
    List<String> ids = get(lines).extract().path("items.id");
    ids.forEach(id -> delete("/subsidy-lines/" + id).statusCode(204));
    assertEquals(List.of(), export("?funder=" + department));
    send(text, "")
        .statusCode(200)
        .body("made", equalTo(exported.size()))
        .body("faults.rule.unique()", equalTo(List.of("damaged-text")));
    assertEquals(
        exported.stream().map(Map::toString).sorted().toList(),
        export("?funder=" + department).stream().map(Map::toString).sorted().toList());
  }

  @Test
  void a_line_says_what_the_file_says() {
    String siret = Subsidies.siret(aSiren());
    Map<String, String> line =
        aLine(
            "idBeneficiaire", siret,
            "montant", "1000.01",
            "pourcentageSubvention", "0.333",
            "nature", "aide en numéraire;aide en nature",
            "notificationUE", "oui",
            "idRAE", "12345",
            "dispositifAide", "D-1",
            "datesPeriodeVersement", "2017-06-27/2018-06-27");
    send(file(line), "").statusCode(200).body("made", equalTo(1)).body("faults", hasSize(0));
    get("/subsidy-lines?funder=" + organisation(funder))
        .body("items", hasSize(1))
        .body("items[0].beneficiary.organisation.id", equalTo(organisation(siret)))
        .body("items[0].amount.amount.toString()", equalTo("333.0"))
        .body("items[0].steps", hasSize(1))
        .body("items[0].steps[0].status", equalTo("AGREED"))
        .body("items[0].steps[0].on", equalTo("2017-06-27"))
        .body("items[0].grant.share.toString()", equalTo("33.3"))
        .body("items[0].fundings[0].funder.name", equalTo("Région d'essai"))
        .body("items[0].parts.amount.amount", hasSize(1))
        .body("items[0].reference", equalTo("2017-03"))
        .body("items[0].purpose", equalTo("Animations"))
        .body("items[0].euNotified", equalTo(true))
        .body("items[0].raeNumber", equalTo("12345"))
        .body("items[0].scheme", equalTo("D-1"))
        .body("items[0].paymentPeriod", equalTo("2017-06-27/2018-06-27"));
    get("/organisations/" + organisation(funder)).body("kind", equalTo("PUBLIC_BODY"));
    assertEquals(List.of(line), export("?funder=" + organisation(funder)));
    get("/subsidy-lines?on=2017-06-26&status=agreed&funder=" + organisation(funder))
        .body("items", hasSize(0));
    assertEquals(List.of(), export("?on=2017-06-26&funder=" + organisation(funder)));
  }

  @Test
  void a_line_of_an_import_can_be_changed_like_any_other() {
    send(file(aLine()), "").statusCode(200);
    String id = get("/subsidy-lines?funder=" + organisation(funder)).extract().path("items[0].id");
    Api.patch("/subsidy-lines/" + id, Map.of("purpose", "Other"))
        .statusCode(200)
        .body("purpose", equalTo("Other"));
    post("/subsidy-lines/" + id + "/steps", Map.of("status", "CANCELLED", "on", "2018-01-01"))
        .statusCode(201);
    assertEquals(List.of(), export("?funder=" + organisation(funder)));
    assertEquals(1, export("?on=2017-12-31&funder=" + organisation(funder)).size());
  }

  @Test
  void a_beneficiary_is_the_cluster_or_organisation_with_its_number_and_never_one_by_its_name() {
    String siren = aSiren();
    String cluster = make("/clusters", with(aCluster(), "name", "Namesake", "siren", siren));
    String rna =
        "W34" + Subsidies.siren(Math.floorMod((int) System.nanoTime(), 9_999_999)).substring(2);
    String byRna = make("/clusters", with(aCluster(), "rna", rna));
    String otherSiren = aSiren();
    String known = make("/organisations", with(anOrganisation(), "siren", otherSiren));
    make("/organisations", with(anOrganisation(), "name", "Namesake"));
    send(
            file(
                aLine("idBeneficiaire", Subsidies.siret(siren), "nomBeneficiaire", "Whatever"),
                aLine("idBeneficiaire", "", "rnaBeneficiaire", rna),
                aLine("idBeneficiaire", Subsidies.siret(otherSiren)),
                aLine("nomBeneficiaire", "Namesake")),
            "")
        .statusCode(200)
        .body("made", equalTo(4));
    String lines = "/subsidy-lines?count=true&funder=" + organisation(funder);
    get(lines + "&cluster=" + cluster).body("total", equalTo(1));
    get(lines + "&cluster=" + byRna).body("total", equalTo(1));
    get(lines)
        .body("total", equalTo(4))
        .body("items.beneficiary.organisation.id", hasItem(known))
        .body("items.beneficiary.organisation.findAll { it?.name == 'Namesake' }", hasSize(1));
  }

  @Test
  void a_funder_is_the_cluster_with_its_number() {
    String name = unique("Cluster");
    String cluster = make("/clusters", with(aCluster(), "name", name, "siret", funder));
    Map<String, String> line = aLine("nomAttribuant", name);
    for (int made : List.of(1, 0)) {
      send(file(line), "")
          .statusCode(200)
          .body("made", equalTo(made))
          .body("unchanged", equalTo(1 - made));
    }
    get("/organisations?siren=" + funder.substring(0, 9)).body("items", hasSize(0));
    get("/subsidy-lines?funder=" + cluster)
        .body("items", hasSize(1))
        .body("items[0].fundings.funder.id", equalTo(List.of(cluster)))
        .body("items[0].fundings.funder.name", equalTo(List.of(name)));
    assertEquals(List.of(line), export("?funder=" + cluster));
    delete("/clusters/" + cluster).statusCode(409);
  }

  @Test
  void what_an_organisation_funded_before_a_cluster_got_its_number_is_not_made_again() {
    Map<String, String> line = aLine();
    Map<String, String> byHand = aLine("objet", "By hand");
    send(file(line, line, byHand), "").statusCode(200).body("made", equalTo(3));
    String organisation = organisation(funder);
    String lines = "/subsidy-lines?funder=" + organisation;
    Map<String, Object> entered =
        get(lines).extract().path("items.find { it.purpose == 'By hand' }");
    delete("/subsidy-lines/" + entered.get("id")).statusCode(204);
    String beneficiary = organisation(byHand.get("idBeneficiaire"));
    make(
        "/subsidy-lines",
        Map.of(
            "beneficiary",
            Map.of("organisation", beneficiary),
            "purpose",
            "By hand",
            "reference",
            "2017-03",
            "amount",
            Map.of("amount", 1000),
            "fundings",
            List.of(Map.of("funder", organisation, "share", 100)),
            "steps",
            List.of(Map.of("status", "AGREED", "on", "2017-06-27"))));
    String cluster = make("/clusters", with(aCluster(), "organisation", organisation));
    for (int made : List.of(1, 0)) {
      send(file(line, line, line, byHand), "")
          .statusCode(200)
          .body("made", equalTo(made))
          .body("unchanged", equalTo(4 - made));
    }
    get(lines).body("items", hasSize(3));
    get("/subsidy-lines?funder=" + cluster).body("items", hasSize(1));
  }

  @Test
  void equal_lines_are_told_apart_by_their_turn_and_one_that_differs_is_similar() {
    Map<String, String> line = aLine();
    send(file(line, line), "").statusCode(200).body("made", equalTo(2));
    send(file(line, line, line), "")
        .statusCode(200)
        .body("made", equalTo(1))
        .body("unchanged", equalTo(2));
    Map<String, String> dearer = new LinkedHashMap<>(line);
    dearer.put("montant", "1200");
    Map<String, String> renamed = new LinkedHashMap<>(line);
    renamed.put("objet", "Animations d'été");
    Map<String, String> both = new LinkedHashMap<>(dearer);
    both.put("objet", "Animations d'été");
    Map<String, String> sameBut = new LinkedHashMap<>(line);
    sameBut.put("conditionsVersement", "échelonné");
    send(file(dearer, renamed, both, sameBut), "?dryRun=true")
        .statusCode(200)
        .body("made", equalTo(3))
        .body("unchanged", equalTo(1))
        .body("faults.rule", equalTo(List.of("similar", "similar")))
        .body("faults.line", equalTo(List.of(2, 3)))
        .body("faults.column", equalTo(List.of("montant", "objet")))
        .body("faults.blocking", everyItem(equalTo(false)));
  }

  @Test
  void columns_are_told_as_the_file_calls_them() {
    Map<String, String> line = aLine();
    send(file(line), "").statusCode(200);
    Map<String, String> dearer = new LinkedHashMap<>(line);
    dearer.put("montant", "1200");
    dearer.put("nomBeneficiaire", "Comité");
    Map<String, String> sharing = new LinkedHashMap<>(line);
    sharing.put("pourcentageSubvention", "0.5");
    String file =
        file(dearer, sharing)
            .replace("montant", "Montant voté")
            .replace("nomBeneficiaire", "Bénéficiaire")
            .replace("pourcentageSubvention", "Pourcentage attribué au bénéficiaire");
    send(file, "?dryRun=true")
        .statusCode(200)
        .body("faults.rule", equalTo(List.of("similar", "other-name", "differs")))
        .body(
            "faults.column",
            equalTo(
                List.of("Montant voté", "Bénéficiaire", "Pourcentage attribué au bénéficiaire")));
  }

  @Test
  void a_share_that_is_not_the_one_kept_is_told_and_changes_nothing() {
    Map<String, String> line = aLine();
    for (String kept : List.of("0.5", "50")) {
      Map<String, String> first = new LinkedHashMap<>(line);
      first.put("objet", "Kept " + kept);
      Map<String, String> then = new LinkedHashMap<>(first);
      first.put("pourcentageSubvention", kept);
      then.put("pourcentageSubvention", "1");
      send(file(first), "").statusCode(200).body("made", equalTo(1));
      send(file(first), "")
          .body("unchanged", equalTo(1))
          .body("faults.findAll { it.rule == 'differs' }", hasSize(0));
      send(file(then), "")
          .statusCode(200)
          .body("unchanged", equalTo(1))
          .body("faults.rule", equalTo(List.of("differs")))
          .body("faults.column", equalTo(List.of("pourcentageSubvention")))
          .body("faults.blocking", equalTo(List.of(false)));
    }
  }

  @Test
  void what_was_entered_by_hand_is_exported_if_it_is_agreed_and_fits_and_is_named_if_not() {
    String region =
        make(
            "/organisations",
            with(anOrganisation(), "siret", funder, "kind", "PUBLIC_BODY", "name", "=Région"));
    String siret = Subsidies.siret(aSiren());
    String asso = make("/organisations", with(anOrganisation(), "siret", siret, "name", "Asso"));
    String letter =
        make("/organisations", with(anOrganisation(), "rna", "W3A" + aSiren().substring(2)));
    Map<String, Object> good =
        Map.of(
            "beneficiary",
            Map.of("organisation", asso),
            "purpose",
            "+Action",
            "amount",
            Map.of("amount", 500),
            "grant",
            Map.of("share", 50),
            "fundings",
            List.of(Map.of("funder", region, "share", 100)),
            "steps",
            List.of(Map.of("status", "AGREED", "on", "2019-01-02")),
            "nature",
            "aide en nature",
            "paymentConditions",
            "unique",
            "paymentPeriod",
            "2019-01-02",
            "euNotified",
            false);
    make("/subsidy-lines", good);
    make(
        "/subsidy-lines",
        with(new LinkedHashMap<>(good), "steps", List.of(Map.of("status", "VOTED", "on", "2019"))));
    make(
        "/subsidy-lines",
        with(
            new LinkedHashMap<>(good), "steps", List.of(Map.of("status", "AGREED", "on", "2019"))));
    make(
        "/subsidy-lines",
        with(new LinkedHashMap<>(good), "beneficiary", Map.of("organisation", letter)));
    make(
        "/subsidy-lines",
        with(
            new LinkedHashMap<>(good),
            "fundings",
            List.of(
                Map.of("funder", region, "share", 60),
                Map.of("origin", "EUROPEAN", "rest", true))));
    List<Map<String, String>> rows = export("?funder=" + region);
    assertEquals(1, rows.size());
    assertEquals("=Région", rows.get(0).get("nomAttribuant"));
    assertEquals("+Action", rows.get(0).get("objet"));
    assertEquals("1000.00", rows.get(0).get("montant"));
    assertEquals("0.5", rows.get(0).get("pourcentageSubvention"));
    assertEquals(List.of(), schema.faults(rows.get(0)));
    get(PATH + "/omissions?funder=" + region)
        .body("items", hasSize(3))
        .body(
            "items.faults.flatten().collect { it.column + ' ' + it.rule }",
            hasItems("nomAttribuant funder", "dateConvention date", "idBeneficiaire required"));
    get(PATH + ".csv?funder=" + region).statusCode(200).contentType("text/csv");
    anyone()
        .get(PATH + "?funder=" + region)
        .then()
        .header("Link", containsString(PATH + "/omissions?funder=" + region));
    // what the service itself exported, it knows again
    send(anyone().get(PATH + "?funder=" + region).asString(), "")
        .statusCode(200)
        .body("made", equalTo(0))
        .body("unchanged", equalTo(1));
  }

  @Test
  void an_editor_enters_what_its_clusters_get_and_nothing_of_others() {
    String siren = aSiren();
    String cluster = make("/clusters", with(aCluster(), "siren", siren));
    String editor = aKey("EDITOR", cluster);
    Map<String, String> own = aLine("idBeneficiaire", Subsidies.siret(siren));
    for (String query : List.of("", "?partial=true", "?dryRun=true")) {
      send(bearer(editor), file(own, aLine()).getBytes(StandardCharsets.UTF_8), query)
          .statusCode(403)
          .body("type", equalTo("/problems/forbidden"))
          .body("faults", nullValue());
    }
    get("/organisations?siren=" + funder.substring(0, 9)).body("items", hasSize(0));
    send(bearer(editor), file(own).getBytes(StandardCharsets.UTF_8), "")
        .statusCode(200)
        .body("made", equalTo(1));
    String other = aKey("EDITOR", make("/clusters", aCluster()));
    send(bearer(other), file(own).getBytes(StandardCharsets.UTF_8), "").statusCode(403);
    send(bearer(aKey("PARTNER")), file(own).getBytes(StandardCharsets.UTF_8), "").statusCode(403);
    send(anyone(), file(own).getBytes(StandardCharsets.UTF_8), "").statusCode(401);
  }

  @Test
  void what_is_no_such_file_or_no_such_question_is_refused() {
    send("", "").statusCode(400).body("type", equalTo("/problems/malformed-request"));
    send("a,b\0\n", "").statusCode(400).body("type", equalTo("/problems/malformed-request"));
    send(Subsidies.HEADER, "")
        .statusCode(200)
        .body("lines", equalTo(0))
        .body("sum.amount", equalTo(0.0f));
    send("name,city\nA,B\n", "")
        .statusCode(422)
        .body("leftOut", equalTo(1))
        .body("faults.findAll { it.blocking }.column", hasItems("montant", "idAttribuant"));
    send(file(aLine()), "?dryRun=perhaps").statusCode(400);
    send(file(aLine()), "?cluster=x")
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-parameter"));
    admin().contentType("application/json").body("{}").post(PATH).then().statusCode(415);
    get(PATH + "?nonsense=1").statusCode(400);
    anyone().accept("application/json").get(PATH).then().statusCode(406);
  }

  @Test
  void a_retry_gives_the_first_answer_and_two_at_once_make_every_line_once() throws Exception {
    String file = file(aLine());
    String key = unique("key");
    for (String replayed : new String[] {null, "true"}) {
      send(admin().header("Idempotency-Key", key), file.getBytes(StandardCharsets.UTF_8), "")
          .statusCode(200)
          .header("Idempotent-Replayed", equalTo(replayed))
          .body("made", equalTo(1));
    }
    send(admin().header("Idempotency-Key", key), file(aLine()).getBytes(StandardCharsets.UTF_8), "")
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));

    String twice = file(aLine("objet", "a"), aLine("objet", "b"), aLine("objet", "c"));
    Callable<Integer> one = () -> send(twice, "").statusCode(200).extract().path("made");
    var pool = Executors.newFixedThreadPool(4);
    try {
      List<Integer> made = new ArrayList<>();
      for (var answer : pool.invokeAll(List.of(one, one, one, one))) {
        made.add(answer.get());
      }
      assertEquals(3, made.stream().mapToInt(Integer::intValue).sum(), made.toString());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void an_erasure_takes_a_name_out_of_the_lines_as_they_came() {
    String person = "Zoé Lignebrute" + Long.toString(System.nanoTime(), 36);
    send(file(aLine("objet", "Bourse de " + person)), "").statusCode(200);
    String id = get("/subsidy-lines?funder=" + organisation(funder)).extract().path("items[0].id");
    String history = "/subsidy-lines/" + id + "/history";
    admin().get(history).then().body("items.changes.flatten().pointer", hasItem("/importedLine"));
    assertTrue(admin().get(history).asString().contains(person));
    post("/people/erasure", Map.of("person", person)).statusCode(200);
    assertFalse(admin().get(history).asString().contains(person));
    get("/subsidy-lines/" + id).body("purpose", equalTo("Bourse de […]"));
    assertFalse(anyone().get(PATH + "?funder=" + organisation(funder)).asString().contains(person));
  }

  @Test
  void a_share_that_cannot_be_read_leaves_the_part_unknown() {
    send(file(aLine("pourcentageSubvention", "50")), "")
        .statusCode(200)
        .body("made", equalTo(1))
        .body("sum.amount", equalTo(0.0f))
        .body("faults.rule", equalTo(List.of("share")));
    get("/subsidy-lines?funder=" + organisation(funder))
        .body("items[0].amount", nullValue())
        .body("items[0].status", equalTo("AGREED"));
    get(PATH + "/omissions?funder=" + organisation(funder))
        .body("items.faults.flatten().column", equalTo(List.of("montant")));
    assertEquals(new BigDecimal("1000.00"), new BigDecimal(aLine().get("montant")));
    get("/subsidy-lines?funder=" + organisation(funder)).body("items.id", not(hasSize(0)));
  }
}
