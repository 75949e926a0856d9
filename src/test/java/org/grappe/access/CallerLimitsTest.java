package org.grappe.access;

import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.grappe.testing.Api;
import org.grappe.testing.EdgeProfile;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Each caller has a share of its own: five requests a minute for an address, twelve for a key. */
@QuarkusTest
@TestProfile(EdgeProfile.class)
@QuarkusTestResource(RealPostgres.class)
class CallerLimitsTest {

  private static Response from(String forwarded) {
    return anyone().header("X-Forwarded-For", forwarded).get("/regions");
  }

  private static void isUsedUp(String forwarded) {
    from(forwarded).then().statusCode(429);
  }

  private static void isFresh(String forwarded) {
    from(forwarded).then().statusCode(200).header("RateLimit", equalTo("\"anonymous\";r=4;t=12"));
  }

  private static void useUp(String forwarded) {
    for (int i = 4; i >= 0; i--) {
      from(forwarded)
          .then()
          .statusCode(200)
          .header("RateLimit-Policy", equalTo("\"anonymous\";q=5;w=60"))
          .header("RateLimit", containsString("r=" + i + ";"));
    }
  }

  @Test
  void an_address_that_has_used_up_its_share_waits_as_long_as_it_is_told() {
    useUp("203.0.113.1");
    Response refused = from("203.0.113.1");
    refused
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/too-many-requests"))
        .header("RateLimit", containsString("r=0;"))
        .header("X-Content-Type-Options", equalTo("nosniff"));
    int wait = Integer.parseInt(refused.getHeader("Retry-After"));
    assertThat(wait, allOf(greaterThanOrEqualTo(1), lessThanOrEqualTo(12)));
    isFresh("203.0.113.2");
  }

  @Test
  void what_a_caller_writes_before_its_own_address_gives_it_no_other_share() {
    useUp("203.0.113.3");
    isUsedUp("198.51.100.1, 203.0.113.3");
    isUsedUp("198.51.100.2, 203.0.113.3, 10.1.2.3");
    isFresh("203.0.113.3, 203.0.113.4");
  }

  @Test
  void in_ipv6_a_caller_is_a_network() {
    useUp("2001:db8:1:2::1");
    isUsedUp("2001:db8:1:2:ffff::9");
    isFresh("2001:db8:1:3::1");
  }

  @Test
  void a_credential_has_a_share_of_its_own_wherever_it_comes_from() {
    String key =
        Api.admin()
            .contentType("application/json")
            .body("{\"name\": \"key\", \"role\": \"PARTNER\"}")
            .post("/credentials")
            .then()
            .statusCode(201)
            .extract()
            .path("secret");
    useUp("203.0.113.5");
    for (int i = 11; i >= 0; i--) {
      bearer(key)
          .header("X-Forwarded-For", "203.0.113.5")
          .get("/regions")
          .then()
          .statusCode(200)
          .header("RateLimit", containsString("\"credential\";r=" + i));
    }
    bearer(key).header("X-Forwarded-For", "203.0.113.6").get("/regions").then().statusCode(429);
    isFresh("203.0.113.6");
  }

  @Test
  void refused_credentials_count_for_the_address_that_they_come_from() {
    for (int i = 0; i < 5; i++) {
      bearer("guess" + i)
          .header("X-Forwarded-For", "203.0.113.7")
          .get("/regions")
          .then()
          .statusCode(401);
    }
    bearer("guess").header("X-Forwarded-For", "203.0.113.7").get("/regions").then().statusCode(429);
    isUsedUp("203.0.113.7");
  }

  @Test
  void the_document_and_its_pages_count_as_everything_else_does() {
    for (String path : List.of("/openapi", "/docs/", "/problems/not-found", "/no-such-page", "/")) {
      int status = page(path).statusCode();
      assertThat(status, anyOf(equalTo(200), equalTo(404)));
    }
    page("/openapi").then().statusCode(429);
    isUsedUp("203.0.113.9");
  }

  private static Response page(String path) {
    return anyone().basePath("").header("X-Forwarded-For", "203.0.113.9").get(path);
  }
}
