package org.grappe.http;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.get;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.grappe.problem.ProblemTypes;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault, from whichever layer, is answered in the one format and says what is wrong. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ProblemsTest {
  @TestHTTPResource URL root;

  private static ValidatableResponse isProblem(
      ValidatableResponse answer, int status, String type) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/" + type))
        .body("status", equalTo(status))
        .body("detail", notNullValue())
        .body("instance", startsWith("/"));
  }

  private static ValidatableResponse post(String body) {
    return admin().contentType("application/json").body(body).post("/clusters").then();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "null", "[]", "5", "\"x\"", "{", "{\"a\":1}}", "{\"a\":1,\"a\":2}"})
  void a_body_that_is_not_one_object_cannot_be_read(String body) {
    isProblem(post(body), 400, "malformed-request");
  }

  @Test
  void a_text_with_nul_or_half_a_surrogate_pair_cannot_be_read() {
    isProblem(post("{\"name\":\"a\\u0000b\"}"), 400, "malformed-request");
    isProblem(post("{\"name\":\"a\\ud800b\"}"), 400, "malformed-request");
  }

  @Test
  void a_body_nested_too_deep_or_too_large_is_refused() {
    isProblem(post("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"), 400, "malformed-request");
    isProblem(post("{\"a\":\"" + "x".repeat(1 << 20) + "\"}"), 413, "payload-too-large");
  }

  @Test
  void all_faults_of_a_body_are_told_at_once_with_their_places() {
    isProblem(
            post(
                """
                {"slug": "No Slug", "name": 5, "region": "99", "foundedOn": "2015-02-30",
                 "labels": {}, "id": "x", "siren": "123456789",
                 "statements": [{"field": "foundedOn", "qualifier": "ROUGHLY"}]}"""),
            422,
            "validation-failed")
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/slug",
                "/name",
                "/region",
                "/foundedOn",
                "/labels",
                "/id",
                "/siren",
                "/statements/0/qualifier"))
        .body("errors.detail", everyItem(not(containsString("java"))));
  }

  @Test
  void faults_deep_in_a_body_are_told_with_their_place() {
    isProblem(
            post(
                """
                {"slug": "a-b", "name": "A", "region": "76", "otherNames": ["ok", " "],
                 "labels": [{"name": "French Tech", "from": "2013"}, {"from": "2013"}],
                 "statements": [{"field": "Founded On", "text": "t"}]}"""),
            422,
            "validation-failed")
        .body(
            "errors.pointer",
            containsInAnyOrder("/otherNames/1", "/labels/1/name", "/statements/0/field"));
    isProblem(
            post(
                """
                {"slug": "a-b", "name": "A", "region": "76", "statements": [{"by": "B"}, {"value": 1e999999}]}"""),
            422,
            "validation-failed")
        .body("errors.pointer", equalTo(java.util.List.of("/statements/0", "/statements/1/value")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999-01-01", "2015-13", "15", "2015-6-5", "1799", "2201-01-01"})
  void an_impossible_date_is_a_fault_of_its_field(String date) {
    isProblem(
            post(
                "{\"slug\":\"a-b\",\"name\":\"A\",\"region\":\"76\",\"foundedOn\":\""
                    + date
                    + "\"}"),
            422,
            "validation-failed")
        .body("errors.pointer", equalTo(java.util.List.of("/foundedOn")));
  }

  @Test
  void parameters_that_are_unknown_repeated_or_ill_formed_are_refused_by_name() {
    isProblem(get("/clusters?nope=1"), 400, "unknown-parameter")
        .body("errors[0].parameter", equalTo("nope"));
    isProblem(get("/clusters/x-y?nope=1"), 400, "unknown-parameter");
    isProblem(
            get("/clusters?limit=0&on=999999999-01-01&status=foo&sort=nope&count=maybe&q=a"),
            400,
            "invalid-parameter")
        .body(
            "errors.parameter", containsInAnyOrder("limit", "on", "status", "sort", "count", "q"));
    isProblem(get("/clusters?region=76&region=91"), 400, "invalid-parameter");
    isProblem(get("/clusters?updatedSince=yesterday"), 400, "invalid-parameter");
    isProblem(get("/organisations/nope"), 400, "invalid-parameter");
    isProblem(get("/clusters?cursor=abc"), 400, "invalid-cursor");
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/clusters/none-such", "/api/v1/none", "/none", "/api/v2", "/problems/none"})
  void nothing_there_is_not_found(String path) {
    isProblem(anyone().basePath("").get(path).then(), 404, "not-found");
  }

  @Test
  void a_method_that_is_not_taken_says_which_are() {
    isProblem(anyone().put("/clusters").then(), 405, "method-not-allowed")
        .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"))
        .body(
            "detail", equalTo("The address does not take PUT. It takes GET, HEAD, OPTIONS, POST."));
  }

  @Test
  void formats_that_do_not_fit_are_refused() {
    isProblem(anyone().accept("application/xml").get("/clusters").then(), 406, "not-acceptable")
        .body("detail", endsWith("There are application/json, text/csv, application/x-ndjson."));
    isProblem(
        admin().contentType("text/plain").body("{}").post("/clusters").then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void writing_needs_a_credential_that_is_known() {
    isProblem(
            anyone().contentType("application/json").body("{}").post("/clusters").then(),
            401,
            "unauthenticated")
        .header("WWW-Authenticate", startsWith("Bearer"));
    for (String wrong :
        new String[] {"Bearer wrong", "Bearer", "Basic YTpi", "Bearer a-key-for-the-tests-alonE"}) {
      isProblem(
          anyone().header("Authorization", wrong).get("/clusters").then(), 401, "unauthenticated");
    }
  }

  @Test
  void details_are_told_in_french_to_french_readers() {
    isProblem(
            anyone().header("Accept-Language", "fr-CA, en;q=0.5").get("/clusters/none-such").then(),
            404,
            "not-found")
        .header("Content-Language", "fr")
        .body("detail", equalTo("Il n'y a pas de cluster none-such."));
    isProblem(
            anyone().header("Accept-Language", ";;;").get("/clusters/none-such").then(),
            404,
            "not-found")
        .body("detail", equalTo("There is no cluster none-such."));
  }

  @Test
  void each_type_is_explained_at_its_address_in_both_languages() {
    var types = anyone().basePath("").get("/problems").then().statusCode(200).extract();
    for (Object type : types.jsonPath().getList("items.type")) {
      for (String language : new String[] {"en", "fr"}) {
        anyone()
            .basePath("")
            .header("Accept-Language", language)
            .get(type.toString())
            .then()
            .statusCode(200)
            .body("type", equalTo(type))
            .body("explanation", notNullValue());
      }
    }
    types
        .response()
        .then()
        .body("items.type", hasItems("/problems/duplicate"))
        .body("items", hasSize(ProblemTypes.all().size()));
  }

  /** Addresses that no HTTP client would send. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/clusters/%zz",
        "/api/v1/clusters/a%00b",
        "/api/v1/clusters?q=%ff%fe",
        "/api/v1/clusters?q=%"
      })
  void an_address_that_cannot_be_decoded_is_malformed(String address) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals("HTTP/1.1 400 Bad Request", answer.lines().findFirst().orElseThrow());
      assertTrue(answer.contains("/problems/malformed-request"), answer);
    }
  }
}
