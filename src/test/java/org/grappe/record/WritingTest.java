package org.grappe.record;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every write keeps: versions, retries, references. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class WritingTest {

  @Test
  void a_change_needs_the_version_that_was_read() {
    String path = "/sources/" + make("/sources", aSource());
    String first = etag(path);
    admin()
        .contentType("application/merge-patch+json")
        .body("{}")
        .patch(path)
        .then()
        .statusCode(428)
        .body("errors[0].header", equalTo("If-Match"));
    patch(path, Map.of("author", "A"), first).statusCode(200).body("author", equalTo("A"));
    patch(path, Map.of("author", "B"), first)
        .statusCode(412)
        .body("type", equalTo("/problems/stale-version"));
    patch(path, Map.of("author", "B"), "W/" + etag(path)).statusCode(412);
    get(path).body("author", equalTo("A"));
  }

  @Test
  void of_changes_that_race_on_one_version_exactly_one_wins() {
    String path = "/sources/" + make("/sources", aSource());
    String tag = etag(path);
    List<Integer> statuses =
        Race.of(16, i -> patch(path, Map.of("author", "A" + i), tag).extract().statusCode());
    assertEquals(1, statuses.stream().filter(s -> s == 200).count(), statuses.toString());
    assertEquals(15, statuses.stream().filter(s -> s == 412).count(), statuses.toString());
  }

  @Test
  void null_removes_a_field_and_unknown_ones_are_refused_even_as_null() {
    String path = "/sources/" + make("/sources", with(aSource(), "author", "A"));
    Map<String, Object> removal = new HashMap<>();
    removal.put("author", null);
    patch(path, removal).statusCode(200).body("author", nullValue());
    removal.put("nope", null);
    patch(path, removal).statusCode(422).body("errors.pointer", equalTo(List.of("/nope")));
    removal.clear();
    removal.put("title", null);
    patch(path, removal).statusCode(422).body("errors.pointer", equalTo(List.of("/title")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "*|true",
        " * |true",
        ", *|true",
        "\"0-x\"|true",
        "\"0-\"|true",
        "\"7-x\", \"0-y\"|true",
        "\"7-x\",,\t\"0-y\",|true",
        "\"a,b\",\"0-y\"|true",
        "\"abc*\"|false",
        "\"*\"|false",
        "W/*|false",
        "W/\"*\"|false",
        "**|false",
        "*, \"0-x\"|false",
        "\"7-x\", *|false",
        "W/\"0-x\"|false",
        "w/\"0-x\"|false",
        "0-x|false",
        "'0-x'|false",
        "\"0\"|false",
        "\"00-x\"|false",
        "\"+0-x\"|false",
        "\"-0-x\"|false",
        "\"\"|false",
        "\"0-x|false",
        "0-x\"|false",
        "\"0-x\"y|false",
        "\"0-x\" \"0-x\"|false",
        "\"a\"0-x\"|false",
        "\"9999999999999999999999-x\"|false",
        "\"x 0-x\"|false",
        ",|false"
      })
  void if_match_names_the_version_strongly_or_anything_by_a_star_alone(
      String header, boolean passes) {
    String path = "/sources/" + make("/sources", aSource());
    patch(path, Map.of("author", "A"), header).statusCode(passes ? 200 : 412);
    String other = "/sources/" + make("/sources", aSource());
    admin().header("If-Match", header).delete(other).then().statusCode(passes ? 204 : 412);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "*|true",
        " *|true",
        "TAG|true",
        "W/TAG|true",
        "\"x\", W/TAG|true",
        "\"x\",,TAG,|true",
        "\"a,b\", TAG|true",
        "\"*\"|false",
        "W/*|false",
        "*, \"x\"|false",
        "w/TAG|false",
        "\"abc*\"|false",
        "TAGx|false",
        "xTAG|false",
        "\"0-x\"|false",
        "|false",
        ",|false"
      })
  void if_none_match_names_the_whole_tag_weak_or_not(String header, boolean known) {
    String path = "/sources/" + make("/sources", aSource());
    String value = header == null ? "" : header.replace("TAG", etag(path));
    admin().header("If-None-Match", value).get(path).then().statusCode(known ? 304 : 200);
    admin().header("If-None-Match", value).head(path).then().statusCode(known ? 304 : 200);
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    String path = "/sources/" + make("/sources", aSource());
    String tag = anyone().get(path).getHeader("ETag");
    anyone().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
    patch(path, Map.of("author", "A"));
    anyone().header("If-None-Match", tag).get(path).then().statusCode(200);
    String list = anyone().get("/regions").getHeader("ETag");
    anyone().header("If-None-Match", list).get("/regions").then().statusCode(304);
  }

  @Test
  void answers_say_what_they_vary_by_and_who_may_keep_them() {
    get("/regions")
        .header("Vary", "Accept, Accept-Encoding, Accept-Language, Authorization")
        .header("Cache-Control", "public, no-cache");
    admin().get("/regions").then().header("Cache-Control", "private, no-store");
    anyone().head("/regions").then().statusCode(200).body(equalTo(""));
  }

  @Test
  void a_retry_with_its_key_gives_the_first_answer_again() {
    Map<String, Object> body = aSource();
    String key = unique("key");
    var first = keyed(key, body).then().statusCode(201).extract();
    var again = keyed(key, body).then().statusCode(201).header("Idempotent-Replayed", "true");
    again.body("id", equalTo(first.path("id")));
    again.header("Location", equalTo(first.header("Location")));
    again.header("ETag", equalTo(first.header("ETag")));
    keyed(key, with(body, "author", "other"))
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
    get("/sources?q={q}", body.get("title")).body("items", hasSize(1));
  }

  @Test
  void a_refused_request_leaves_its_key_free() {
    String key = unique("key");
    keyed(key, Map.of()).then().statusCode(422);
    keyed(key, aSource()).then().statusCode(201);
  }

  @Test
  void requests_that_race_with_one_key_make_one_record() {
    Map<String, Object> body = aSource();
    String key = unique("key");
    List<Integer> statuses = Race.of(16, i -> keyed(key, body).statusCode());
    assertEquals(
        List.of(), statuses.stream().filter(s -> s != 201 && s != 409).toList(), "" + statuses);
    get("/sources?q={q}", body.get("title")).body("items", hasSize(1));
  }

  private static io.restassured.response.Response keyed(String key, Map<String, ?> body) {
    return admin()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post("/sources");
  }

  @Test
  void what_others_refer_to_is_not_deleted_and_the_answer_says_by_what() {
    String source = make("/sources", aSource());
    String cluster = make("/clusters", with(aCluster(), "sources", List.of(source)));
    delete("/sources/" + source)
        .statusCode(409)
        .body("type", equalTo("/problems/still-referenced"))
        .body("referredToBy.collection", equalTo("clusters"))
        .body("referredToBy.id", equalTo(cluster));
    String college = make("/clusters/" + cluster + "/colleges", Map.of("name", "K"));
    delete("/clusters/" + cluster).statusCode(409).body("referredToBy.id", equalTo(college));
    delete("/clusters/" + cluster + "/colleges/" + college).statusCode(204);
    delete("/clusters/" + cluster).statusCode(204);
    delete("/sources/" + source).statusCode(204);
    get("/sources/" + source).statusCode(404);
  }

  @Test
  void a_source_cited_in_a_statement_alone_is_kept_too() {
    String source = make("/sources", aSource());
    make(
        "/organisations",
        with(anOrganisation(), "statements", List.of(Map.of("text", "t", "source", source))));
    delete("/sources/" + source).statusCode(409);
  }

  @Test
  void a_second_organisation_with_the_same_siren_is_refused_with_a_link_to_the_first() {
    String siren = aSiren();
    String first = make("/organisations", with(anOrganisation(), "siren", siren));
    post("/organisations", with(anOrganisation(), "siren", siren))
        .statusCode(409)
        .body("type", equalTo("/problems/duplicate"))
        .header("Location", endsWith("/api/v1/organisations/" + first));
  }

  @Test
  void a_slug_never_comes_free() {
    Map<String, Object> body = aCluster();
    String path = "/clusters/" + make("/clusters", body);
    delete(path).statusCode(204);
    post("/clusters", body).statusCode(409).body("type", equalTo("/problems/duplicate"));
  }

  /** One that the world changed does: that is told by a transition. */
  @Test
  void a_name_that_is_put_right_leaves_no_other() {
    Map<String, Object> body = aCluster();
    String path = "/clusters/" + make("/clusters", body);
    patch(path, Map.of("name", "Renamed"))
        .statusCode(200)
        .body("otherNames", equalTo(List.of()))
        .body("periods", hasSize(1));
    get("/clusters?q={q}", body.get("name")).body("items", hasSize(0));
    post(path + "/transitions", Map.of("on", "2016", "name", "Called otherwise")).statusCode(200);
    get("/clusters?q={q}&on=2017-01-01", "Renamed").body("items.name", hasItem("Called otherwise"));
  }

  @Test
  void a_reference_to_nothing_is_a_fault_of_its_field() {
    post(
            "/clusters",
            with(aCluster(), "sources", List.of("018f0000-0000-7000-8000-000000000000", "x", 5)))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/sources/0", "/sources/1", "/sources/2")));
  }
}
