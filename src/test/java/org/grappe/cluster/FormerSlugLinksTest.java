package org.grappe.cluster;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** All that is asked for by a slug that a cluster had says by which it is asked for now. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FormerSlugLinksTest {

  @Test
  void what_belongs_to_a_cluster_says_where_it_is() {
    String path = "/clusters/" + make("/clusters", aCluster());
    String office = make(path + "/offices", Map.of("city", "Agde"));
    String former = get(path).extract().path("slug");
    String own = unique("own").toLowerCase(Locale.ROOT);
    patch(path, Map.of("slug", own)).statusCode(200);
    for (String part :
        List.of("", "/colleges", "/offices", "/offices/" + office, "/offices.csv", "/lineage")) {
      String canonical = "</api/v1/clusters/" + own + part + ">; rel=\"canonical\"";
      anyone()
          .get("/clusters/" + former + part)
          .then()
          .statusCode(200)
          .header("Link", containsString(canonical));
      // once more, from memory
      anyone().get("/clusters/" + former + part).then().header("Link", containsString(canonical));
      String link = anyone().get("/clusters/" + own + part).getHeader("Link");
      org.junit.jupiter.api.Assertions.assertFalse(
          link != null && link.contains("canonical"), part);
    }
    admin()
        .get("/clusters/" + former + "/offices?limit=5")
        .then()
        .header("Link", containsString("/offices?limit=5>; rel=\"canonical\""));
    anyone()
        .get("/events.ics?cluster=" + former)
        .then()
        .statusCode(200)
        .header(
            "Link", containsString("</api/v1/events.ics?cluster=" + own + ">; rel=\"canonical\""));
    anyone()
        .get("/events.ics?cluster=" + own)
        .then()
        .header("Link", not(containsString("canonical")));
  }
}
