package org.grappe.query;

import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What lists are asked for across their owners, and by what stands in their parts. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AskedForTest {

  @Test
  void a_source_finds_what_it_is_cited_by_in_statements_too() {
    String source = make("/sources", aSource());
    List<Map<String, Object>> said =
        List.of(Map.of("field", "remarks", "text", "so it says", "source", source));
    String one = make("/clusters", with(aCluster(), "statements", said));
    String other = make("/clusters", aCluster());
    String convention = make("/conventions", with(aConvention(one, other), "statements", said));
    String merger = make("/mergers", Map.of("parties", List.of(one, other), "statements", said));
    get("/clusters?source=" + source).body("items.id", contains(one));
    get("/conventions?source=" + source).body("items.id", contains(convention));
    get("/mergers?source=" + source).body("items.id", contains(merger));
    get("/organisations?source=" + source).body("items", hasSize(0));
  }

  @Test
  void labels_are_found_without_regard_to_case() {
    String label = unique("Étiquette");
    List<Map<String, String>> labels = List.of(Map.of("name", label));
    String cluster = make("/clusters", with(aCluster(), "labels", labels));
    String organisation = make("/organisations", with(anOrganisation(), "labels", labels));
    String plain = label.toLowerCase(Locale.ROOT).replace("é", "e");
    get("/clusters?label=" + plain).body("items.id", contains(cluster));
    get("/organisations?label=" + plain).body("items.id", contains(organisation));
    get("/organisations?label=nobody-bears-it").body("items", hasSize(0));
  }

  @Test
  void a_label_is_borne_from_its_day_on() {
    String label = unique("Label");
    List<Map<String, String>> labels = List.of(Map.of("name", label, "from", "2015"));
    String cluster = make("/clusters", with(aCluster(), "labels", labels));
    String organisation = make("/organisations", with(anOrganisation(), "labels", labels));
    get("/clusters?on=2015-01-01&label=" + label).body("items.id", contains(cluster));
    get("/organisations?on=2015-01-01&label=" + label).body("items.id", contains(organisation));
    get("/clusters?on=2014-12-31&label=" + label).body("items", hasSize(0));
    get("/organisations?on=2014-12-31&label=" + label).body("items", hasSize(0));
  }

  @Test
  void colleges_are_found_across_clusters() {
    String name = unique("Collège");
    String one = make("/clusters", aCluster());
    String other = make("/clusters", aCluster());
    String first = make("/clusters/" + one + "/colleges", Map.of("name", name));
    String second = make("/clusters/" + other + "/colleges", Map.of("name", name));
    get("/colleges?q=" + name).body("items.id", hasSize(2)).body("items.id", hasItem(second));
    get("/colleges?cluster=" + one).body("items.id", contains(first));
    get("/colleges?status=ended&q=" + name).body("items", hasSize(0));
  }

  @Test
  void lines_are_found_by_the_organisation_that_gets_them_and_by_their_strategy() {
    String organisation = make("/organisations", anOrganisation());
    String strategy = unique("SRESRI");
    Map<String, Object> body =
        Map.of(
            "beneficiary", Map.of("organisation", organisation),
            "purpose", "a purpose",
            "strategy", strategy,
            "fundings", List.of(),
            "steps", List.of(Map.of("status", "VOTED", "on", "2017-05-05")));
    String line = make("/subsidy-lines", body);
    get("/subsidy-lines?organisation=" + organisation).body("items.id", contains(line));
    get("/subsidy-lines?strategy=" + strategy.toLowerCase(Locale.ROOT))
        .body("items.id", contains(line));
    get("/subsidy-lines/summary?organisation=" + organisation).body("items.lines", contains(1));
  }

  @Test
  void a_cluster_that_moved_brings_no_merger_of_others_into_its_region() {
    String party = make("/clusters", with(aCluster(), "region", "11"));
    String other = make("/clusters", with(aCluster(), "region", "11"));
    make("/mergers", Map.of("parties", List.of(party, other)));
    String moved = make("/clusters", with(aCluster(), "region", "94"));
    post("/clusters/" + moved + "/transitions", Map.of("on", "2016-01-01", "city", "Ajaccio"))
        .statusCode(200);
    get("/mergers?region=94&cluster=" + party).body("items", hasSize(0));
    get("/mergers?region=11&cluster=" + party).body("items", hasSize(1));
  }
}
