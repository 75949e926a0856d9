package org.grappe.period;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster that changed its name and its region in 2016, wherever else it is told of. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class NamesOfTheDayTest {
  private static final String THEN = "&on=2015-06-01";
  private static final String LATER = "&on=2017-06-01";
  private final String before = unique("Before");
  private final String after = unique("After");
  private String cluster;
  private String slug;

  @BeforeEach
  void found() {
    Map<String, Object> body =
        with(aCluster(), "name", before, "region", "93", "foundedOn", "2000");
    slug = body.get("slug").toString();
    cluster = make("/clusters", body);
    post(
            "/clusters/" + cluster + "/transitions",
            Map.of("on", "2016", "name", after, "region", "94"))
        .statusCode(200);
  }

  private static void found(String path, String id) {
    get(path).body("items.id", hasItem(id));
  }

  private static void notFound(String path, String id) {
    get(path).body("items.id", not(hasItem(id)));
  }

  private void movesWith(String path, String id, String name) {
    found(path + "region=93" + THEN, id);
    notFound(path + "region=94" + THEN, id);
    found(path + "region=94" + LATER, id);
    notFound(path + "region=93" + LATER, id);
    get(path + "region=94" + LATER)
        .body("items.find { it.id == '" + id + "' }." + name, equalTo(after));
    get(path + "region=93" + THEN)
        .body("items.find { it.id == '" + id + "' }." + name, equalTo(before));
  }

  @Test
  void what_belongs_to_it_is_found_by_the_region_of_the_day_and_names_it_so() {
    String path = "/clusters/" + cluster;
    String mandate = make(path + "/mandates", Map.of("role", "OTHER", "from", "2010"));
    String office = make(path + "/offices", Map.of("city", unique("City"), "openedOn", "2010"));
    String event = make("/events", with(anEvent(cluster), "startsOn", "2017-01-08"));
    String merger =
        make(
            "/mergers",
            Map.of("parties", List.of(cluster, make("/clusters", aCluster())), "result", cluster));
    movesWith("/mandates?limit=200&", mandate, "cluster.name");
    movesWith("/offices?limit=200&", office, "cluster.name");
    movesWith("/events?limit=200&", event, "host.cluster.name");
    movesWith("/mergers?cluster=" + cluster + "&", merger, "result.name");
    movesWith("/clusters?limit=200&", cluster, "name");
  }

  @Test
  void money_is_summed_by_the_region_of_the_day() {
    String line =
        make(
            "/subsidy-lines",
            Map.of(
                "beneficiary",
                Map.of("cluster", cluster),
                "purpose",
                unique("purpose"),
                "amount",
                Map.of("amount", 1000),
                "steps",
                List.of(Map.of("status", "VOTED", "on", "2012"))));
    movesWith("/subsidy-lines?limit=200&", line, "beneficiary.cluster.name");
    String sum = "/subsidy-lines/summary?by=region,beneficiary&cluster=" + cluster;
    get(sum + THEN)
        .body("items.region.code", equalTo(List.of("93")))
        .body("items.beneficiary.cluster.name", equalTo(List.of(before)));
    get(sum + LATER)
        .body("items.region.code", equalTo(List.of("94")))
        .body("items.beneficiary.cluster.name", equalTo(List.of(after)));
  }

  @Test
  void lineages_and_calendars_call_it_as_it_was_called() {
    get("/clusters/" + cluster + "/lineage?on=2015-06-01")
        .body("clusters.name", equalTo(List.of(before)));
    get("/clusters/" + cluster + "/lineage").body("clusters.name", equalTo(List.of(after)));
    for (Map.Entry<String, String> day :
        Map.of("2015-06-01", before, "2017-06-01", after).entrySet()) {
      anyone()
          .accept("text/vnd.mermaid")
          .get("/clusters/" + cluster + "/lineage?on=" + day.getKey())
          .then()
          .statusCode(200)
          .body(containsString(day.getValue()));
      anyone()
          .get("/events.ics?cluster=" + slug + "&on=" + day.getKey())
          .then()
          .statusCode(200)
          .body(containsString("X-WR-CALNAME:" + day.getValue()));
    }
  }

  @Test
  void a_source_of_a_change_finds_it() {
    String source = make("/sources", aSource());
    post(
            "/clusters/" + cluster + "/transitions",
            Map.of("on", "2018", "city", "Ajaccio", "sources", List.of(source)))
        .statusCode(200);
    get("/clusters?source=" + source).body("items.id", equalTo(List.of(cluster)));
    admin().header("If-Match", "*").delete("/sources/" + source).then().statusCode(409);
  }

  @Test
  void the_feed_tells_of_a_change_and_a_copy_has_its_periods() {
    String from = get("/changes?after=now").extract().path("nextCursor");
    post("/clusters/" + cluster + "/transitions", Map.of("on", "2018", "city", "Ajaccio"))
        .statusCode(200);
    JsonPath told = get("/changes?embed=record&region=93&after=" + from).extract().jsonPath();
    assertEquals(List.of("city", "periods"), told.getList("items[0].fields"));
    assertEquals(after, told.getString("items[0].record.name"));
    assertEquals(List.of(before, after, after), told.getList("items[0].record.periods.name"));
    assertEquals(List.of("93", "94", "94"), told.getList("items[0].record.periods.region.code"));
    String copy =
        anyone()
            .get("/export")
            .asString()
            .lines()
            .filter(line -> line.contains(cluster) && line.startsWith("{\"type\":\"CLUSTER\""))
            .findFirst()
            .orElseThrow();
    assertTrue(copy.contains(after));
  }

  @Test
  void files_find_an_organisation_by_a_siren_that_it_had() {
    String former = aSiren();
    String latter = aSiren();
    String organisation = make("/organisations", with(anOrganisation(), "siren", former));
    String path = "/organisations/" + organisation;
    post(path + "/transitions", Map.of("on", "2014", "siren", latter, "name", unique("N")))
        .statusCode(200);
    for (String file :
        List.of(
            "name;siren;from\nA;" + former + ";2011-01-01\n",
            "name;siren;from\nA;" + latter + ";2011-01-01\n")) {
      admin()
          .contentType("text/csv")
          .body(file)
          .post("/memberships/csv?cluster=" + cluster)
          .then()
          .statusCode(200);
    }
    get("/memberships?cluster=" + cluster)
        .body("items.organisation.id", equalTo(List.of(organisation)));
    String funder = Subsidies.siret(aSiren());
    admin()
        .contentType("text/csv")
        .body(
            "idAttribuant;dateConvention;idBeneficiaire;objet;montant\n%s;2016-01-01;%s;%s;100\n"
                .formatted(funder, Subsidies.siret(former), unique("purpose")))
        .post("/subsidy-lines/scdl")
        .then()
        .statusCode(200);
    get("/subsidy-lines?limit=200")
        .body("items.beneficiary.organisation.id", hasItem(organisation));
  }

  @Test
  void a_member_is_found_by_any_name_that_it_had() {
    String old = unique("Old");
    String organisation = make("/organisations", with(anOrganisation(), "name", old));
    make("/memberships", with(aMembership(cluster, organisation), "from", "2010-01-01"));
    String next = unique("New");
    post("/organisations/" + organisation + "/transitions", Map.of("on", "2014", "name", next))
        .statusCode(200);
    for (String name : List.of(old, next)) {
      admin()
          .contentType("text/csv")
          .body("name;from\n" + name + ";2010-01-01\n")
          .post("/memberships/csv?dryRun=true&cluster=" + cluster)
          .then()
          .statusCode(200)
          .body("unchanged", equalTo(1));
    }
  }

  @Test
  void a_persons_name_goes_from_the_reason_of_a_change() {
    String person = unique("Marie") + " " + unique("Curiosa");
    post(
            "/clusters/" + cluster + "/transitions",
            Map.of("on", "2018", "city", "Ajaccio", "reason", "So said " + person + " then."))
        .statusCode(200);
    post("/people/erasure", Map.of("person", person)).statusCode(200);
    get("/clusters/" + cluster)
        .body("periods[2].reason", not(containsString(person)))
        .body("periods.name", equalTo(List.of(before, after, after)));
    admin()
        .get("/clusters/" + cluster + "/history")
        .then()
        .statusCode(200)
        .body(not(containsString(person)));
  }

  @Test
  void a_region_takes_a_day() {
    for (String day : List.of("2010-01-01", "2020-01-01")) {
      get("/regions/76?on=" + day).statusCode(200).body("code", equalTo("76"));
    }
    get("/regions/76?on=soon").statusCode(400);
  }

  @Test
  void what_was_known_before_has_one_period() throws InterruptedException {
    Map<String, Object> body = new LinkedHashMap<>(aCluster());
    String id = make("/clusters", body);
    Thread.sleep(20);
    String known = java.time.Instant.now().toString();
    Thread.sleep(20);
    post("/clusters/" + id + "/transitions", Map.of("on", "2016", "name", after)).statusCode(200);
    admin()
        .get("/clusters/" + id + "?knownAt=" + known)
        .then()
        .statusCode(200)
        .body("name", equalTo(body.get("name")))
        .body("periods", hasSize(1));
    get("/clusters/" + id).body("periods.name", hasItems(body.get("name").toString(), after));
  }
}
