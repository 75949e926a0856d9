package org.grappe.query;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References tell more than a name where that is asked for. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ExpandTest {
  private String cluster;
  private String siren;
  private String organisation;
  private String source;
  private String list;

  @BeforeEach
  void a_cluster_an_organisation_and_a_source() {
    cluster = make("/clusters", aCluster());
    siren = aSiren();
    organisation = make("/organisations", with(anOrganisation(), "siren", siren, "city", "Nantes"));
    source =
        make(
            "/sources",
            with(aSource(), "url", "https://example.org/article", "publishedOn", "2015-06"));
    list = "/memberships?cluster=" + cluster;
  }

  private void join() {
    make(
        "/memberships",
        with(aMembership(cluster, organisation), "from", "2016-01-01", "sources", List.of(source)));
  }

  @Test
  void an_organisation_and_a_source_tell_more_of_themselves() {
    join();
    get(list)
        .body("items[0].organisation.siren", nullValue())
        .body("items[0].sources[0].publisher", nullValue());
    get(list + "&expand=organisation,source")
        .body("items[0].organisation.id", equalTo(organisation))
        .body("items[0].organisation.siren", equalTo(siren))
        .body("items[0].organisation.city", equalTo("Nantes"))
        .body("items[0].sources.publisher", contains("P"))
        .body("items[0].sources.url", contains("https://example.org/article"))
        .body("items[0].sources.publishedOn", contains("2015-06"));
    get(list + "&expand=source&expand=event&fields=sources")
        .body("items[0].size()", equalTo(1))
        .body("items[0].sources.publisher", contains("P"));
  }

  @Test
  void it_is_as_it_was_on_the_day() {
    join();
    post("/organisations/" + organisation + "/transitions", Map.of("on", "2019", "city", "Brest"))
        .statusCode(200);
    get(list + "&expand=organisation&on=2018-12-31")
        .body("items[0].organisation.city", equalTo("Nantes"));
    get(list + "&expand=organisation&on=2019-01-01")
        .body("items[0].organisation.city", equalTo("Brest"));
  }

  @Test
  void an_event_tells_when_it_begins() {
    String event = make("/events", with(anEvent(cluster), "startsOn", "2017-05-04"));
    make(
        "/figures",
        with(
            new HashMap<>(),
            "subject",
            Map.of("event", event),
            "metric",
            "ATTENDEES",
            "value",
            3,
            "asOf",
            "2017"));
    get("/figures?subject=event:" + event + "&expand=event")
        .body("items[0].subject.event.startsOn", equalTo("2017-05-04"));
  }

  @Test
  void the_next_page_has_it_too_and_what_is_none_is_refused() {
    join();
    get(list + "&expand=cluster")
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-parameter"))
        .body("errors.parameter", contains("expand"));
    anyone()
        .accept("text/csv")
        .get(list + "&expand=source")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("expand"));
    make(
        "/memberships",
        with(aMembership(cluster, make("/organisations", anOrganisation())), "from", "2016-01-01"));
    String next = admin().get(list + "&limit=1&expand=organisation").path("next");
    assertTrue(next.contains("expand=organisation"), next);
  }
}
