package org.grappe.format;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Records;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.Test;

/** A list that is kept as a file says what it is, and can be opened with what people have. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CsvFilesTest {
  private static final Pattern DESCRIBED =
      Pattern.compile("<([^>]*tableschema[^>]*)>; rel=\"describedby\"");

  @Test
  void the_header_of_every_csv_is_what_its_schema_says() {
    List<Operation> exports =
        OpenApi.served()
            .gets()
            .filter(one -> one.node().at("/responses/200/content").has("text/csv"))
            // all histories have the same rows
            .filter(
                one ->
                    !one.path().endsWith("/history") || one.path().contains("/{cluster}/history"))
            .toList();
    assertTrue(exports.size() > 30, exports.size() + " exports");
    Scene scene = new Scene();
    for (Operation export : exports) {
      String address = scene.address(export).replaceFirst("\\?.*", "");
      Response csv = admin().basePath("").accept("text/csv").get(address);
      String schema = described(csv, export);
      assertEquals(address + ".tableschema.json", schema);
      assertEquals(
          CsvReader.builder().ofCsvRecord(csv.asString()).stream()
              .findFirst()
              .orElseThrow()
              .getFields(),
          admin()
              .basePath("")
              .get(schema)
              .then()
              .statusCode(200)
              .contentType("application/json")
              .extract()
              .path("fields.name"),
          export.toString());
      assertTrue(
          csv.header("Content-Disposition")
              .matches("attachment; filename=\"[a-z0-9-]+-\\d{4}-\\d\\d-\\d\\d\\.csv\""),
          csv.header("Content-Disposition"));
      // an administrator reads more than what the licence is for
      assertFalse(csv.header("Link").contains("rel=\"license\""), csv.header("Link"));
    }
  }

  private static String described(Response csv, Operation export) {
    Matcher link = DESCRIBED.matcher(String.valueOf(csv.header("Link")));
    assertTrue(link.find(), export + " " + csv.statusCode() + " " + csv.header("Link"));
    return link.group(1);
  }

  @Test
  void a_schema_tells_the_columns_that_were_asked_for_and_what_they_hold() {
    Response csv = anyone().get("/events.csv?fields=name,startsOn,status&on=2015-06-05");
    csv.then()
        .header("Content-Disposition", equalTo("attachment; filename=\"events-2015-06-05.csv\""));
    String link = csv.header("Link");
    assertTrue(link.contains("/api/v1/events.tableschema.json?fields=name,startsOn,status"), link);
    anyone()
        .get("/events.tableschema.json?fields=name,startsOn,status")
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\""))
        .body("fields.size()", equalTo(3))
        .body("fields.find { it.name == 'startsOn' }.constraints.pattern", startsWith("^(1"))
        .body("fields.find { it.name == 'status' }.constraints.enum[0]", matchesPattern("[A-Z_]+"));
    anyone().get("/events.jsonld").then().statusCode(404);
    anyone().post("/events.tableschema.json").then().statusCode(405);
    anyone().get("/nothing.tableschema.json").then().statusCode(404);
  }

  @Test
  void a_spreadsheet_in_French_gets_columns_and_accents_right() {
    String plain = anyone().get("/regions.csv").asString();
    String french = anyone().get("/regions.csv?separator=;&bom=true").asString();
    assertEquals(
        "\uFEFF" + plain.lines().findFirst().orElseThrow().replace(',', ';'),
        french.lines().findFirst().orElseThrow());
    assertEquals(plain.lines().count(), french.lines().count());
    assertEquals(
        french, anyone().accept("text/csv").get("/regions?separator=;&bom=true").asString());
    // as it is typed: the sign itself, which other libraries send as %3B
    assertEquals(
        french,
        anyone().urlEncodingEnabled(false).get("/regions.csv?separator=;&bom=true").asString());
    anyone()
        .urlEncodingEnabled(false)
        .get("/clusters?q=" + unique("qz") + ";b&count=true")
        .then()
        .statusCode(200)
        .body("total", equalTo(0));
  }

  @Test
  void decimals_have_the_comma_of_a_spreadsheet_in_French_and_the_schema_says_so() {
    String cluster = make("/clusters", Records.aCluster());
    String place = "/figures.csv?fields=value&subject=cluster:" + cluster;
    make(
        "/figures",
        Map.of(
            "subject",
            Map.of("cluster", cluster),
            "metric",
            "TURNOVER",
            "value",
            new BigDecimal("12.5"),
            "asOf",
            "2016",
            "sources",
            List.of()));
    assertEquals("value\r\n12.5\r\n", anyone().get(place).asString());
    Response french = anyone().get(place + "&separator=;");
    assertEquals("value\r\n12,5\r\n", french.asString());
    String schema = "/api/v1/figures.tableschema.json?fields=value&separator=%3B";
    assertTrue(french.header("Link").contains("<" + schema + ">"), french.header("Link"));
    anyone()
        .basePath("")
        .urlEncodingEnabled(false)
        .get(schema)
        .then()
        .body("fields[0].decimalChar", equalTo(","));
    anyone()
        .get("/figures.tableschema.json?fields=value")
        .then()
        .body("fields[0].decimalChar", nullValue());
  }

  @Test
  void another_sign_is_refused_by_name() {
    anyone()
        .get("/regions.csv?separator=|&bom=maybe")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-parameter"))
        .body("errors.parameter", equalTo(List.of("separator", "bom")));
  }

  @Test
  void what_anybody_may_read_comes_with_its_licence_and_nothing_else_does() {
    String licence = "rel=\"license\"";
    List<Operation> exports =
        OpenApi.served()
            .gets()
            .filter(one -> one.node().at("/responses/200/content").has("text/csv"))
            .filter(one -> one.node().path("security").isEmpty())
            .filter(one -> !one.path().contains("{"))
            .toList();
    assertTrue(exports.size() > 12, exports.size() + " exports");
    for (Operation export : exports) {
      anyone()
          .basePath("")
          .accept("text/csv")
          .get(export.path())
          .then()
          .statusCode(200)
          .header("Link", containsString(licence));
    }
    for (String path : List.of("/regions.csv", "/regions.ndjson")) {
      admin().get(path).then().header("Link", not(containsString(licence)));
    }
  }

  @Test
  void a_copy_of_everything_is_a_file_and_its_only_link_is_where_to_follow() {
    anyone()
        .get("/export")
        .then()
        .header(
            "Content-Disposition", matchesPattern("attachment; filename=\"export-.*\\.ndjson\""))
        .header("Link", matchesPattern("</api/v1/changes\\?after=[^>]+>; rel=\"changes\""));
    anyone().get("/regions.ndjson").then().header("Link", containsString("rel=\"license\""));
  }
}
