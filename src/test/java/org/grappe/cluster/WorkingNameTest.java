package org.grappe.cluster;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A working name is one until the true name is taken, and has its days as the name has. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class WorkingNameTest {
  private String name;
  private String cluster;

  @BeforeEach
  void a_cluster_with_a_working_name() {
    name = unique("Working");
    cluster =
        "/clusters/" + make("/clusters", with(aCluster(), "name", name, "nameProvisional", true));
  }

  private ValidatableResponse on(String day) {
    return get(cluster + "?on=" + day).statusCode(200);
  }

  private static ValidatableResponse listed(String name, String day) {
    return get("/clusters?q=" + name + "&on=" + day).statusCode(200);
  }

  private void changed(Map<String, Object> change) {
    post(cluster + "/transitions", change).statusCode(200);
  }

  @Test
  void with_the_true_name_it_is_none_any_more() {
    changed(Map.of("on", "2014-01-01", "city", "Agde"));
    on("2014-06-01").body("nameProvisional", equalTo(true));
    changed(Map.of("on", "2015-01-01", "name", unique("True")));
    on("2014-12-31").body("nameProvisional", equalTo(true)).body("name", equalTo(name));
    on("2015-01-01").body("nameProvisional", equalTo(false));
    listed(name, "2014-12-31").body("items.nameProvisional", contains(true));
    listed(name, "2015-01-01").body("items.nameProvisional", contains(false));
    get(cluster)
        .body("nameProvisional", equalTo(false))
        .body("periods.nameProvisional", contains(true, true, false))
        .body("periods[2].changed", contains("name", "nameProvisional"));
  }

  @Test
  void it_is_as_it_was_known() throws InterruptedException {
    String instant = get(cluster).extract().path("updatedAt");
    changed(Map.of("on", "2015-01-01", "name", unique("True")));
    Thread.sleep(50);
    admin()
        .get(cluster + "?on=2016-01-01&knownAt=" + instant)
        .then()
        .statusCode(200)
        .body("nameProvisional", equalTo(true));
    String then = get(cluster).extract().path("updatedAt");
    changed(Map.of("on", "2016-01-01", "city", "Agde"));
    admin()
        .get(cluster + "?on=2015-01-01&knownAt=" + then)
        .then()
        .statusCode(200)
        .body("nameProvisional", equalTo(false));
  }

  @Test
  void another_working_name_says_so_and_a_name_can_turn_out_to_be_the_true_one() {
    changed(Map.of("on", "2015-01-01", "name", unique("Other"), "nameProvisional", true));
    on("2015-01-01").body("nameProvisional", equalTo(true));
    changed(Map.of("on", "2016-01-01", "nameProvisional", false));
    on("2015-12-31").body("nameProvisional", equalTo(true));
    on("2016-01-01").body("nameProvisional", equalTo(false));
    get(cluster).body("periods[2].changed", contains("nameProvisional"));
    post(cluster + "/transitions", Map.of("on", "2017-01-01", "nameProvisional", false))
        .statusCode(422);
  }

  @Test
  void a_patch_puts_it_right_where_it_began() {
    changed(Map.of("on", "2015-01-01", "name", unique("Other")));
    patch(cluster, Map.of("nameProvisional", true)).statusCode(200);
    on("2014-01-01").body("nameProvisional", equalTo(true));
    on("2015-01-01").body("nameProvisional", equalTo(true));
    String first = get(cluster).extract().path("periods[0].id");
    patch(cluster + "/periods/" + first, Map.of("nameProvisional", false), etag(cluster))
        .statusCode(200);
    on("2014-01-01").body("nameProvisional", equalTo(false));
    on("2015-01-01").body("nameProvisional", equalTo(true));
    String second = get(cluster).extract().path("periods[1].id");
    patch(
            cluster + "/periods/" + second,
            Map.of("name", name, "nameProvisional", false),
            etag(cluster))
        .statusCode(422);
  }
}
