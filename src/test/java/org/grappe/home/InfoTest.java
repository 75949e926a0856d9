package org.grappe.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Whoever reports a fault can say of which version. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class InfoTest {

  @Test
  void the_service_says_its_version_and_the_commit_it_was_made_of() throws IOException {
    String version =
        given()
            .get("/q/info")
            .then()
            .statusCode(200)
            .contentType("application/json")
            .body("git.commit.id", matchesPattern("[0-9a-f]{40}|unknown"))
            .extract()
            .path("build.version");
    assertTrue(
        Files.readString(Path.of("pom.xml")).contains("<version>" + version + "</version>"),
        version);
    assertTrue(
        Files.readString(Path.of("Dockerfile")).contains("\nARG VERSION=" + version + "\n"),
        "the image says another version");
    given().get("/openapi?format=json").then().body("info.version", equalTo(version));
    given().post("/q/info").then().statusCode(405);
  }
}
