package org.grappe.format;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.grappe.testing.DemoProfile;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets get. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(DemoProfile.class)
class CsvTest {
  private static final Pattern EXPONENT = Pattern.compile("(^|[:|\\[, ])-?[0-9.]+[eE][+-]?[0-9]");
  private static final Pattern MONEY =
      Pattern.compile("\"currency\"\\s*:|\"amount\"\\s*:\\s*[0-9{]");

  private static List<NamedCsvRecord> rows(String path) {
    String text = admin().accept("text/csv").get(path).then().statusCode(200).extract().asString();
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }

  @Test
  void no_cell_of_any_export_holds_money_as_json_or_a_number_with_an_exponent() {
    List<Operation> exports =
        OpenApi.served()
            .gets()
            .filter(one -> one.node().at("/responses/200/content").has("text/csv"))
            .toList();
    String line = get("/subsidy-lines").extract().path("items[0].id");
    int seen = 0;
    for (Operation export : exports) {
      String path =
          export
              .path()
              .replaceFirst("^/api/v1", "")
              .replace("/clusters/{cluster}", "/clusters/digital-place")
              .replace("{line}", line)
              .replace("/subsidy-lines/{id}", "/subsidy-lines/" + line);
      if (path.contains("{")) {
        continue;
      }
      seen++;
      for (NamedCsvRecord row : rows(path)) {
        row.getFieldsAsMap()
            .forEach(
                (column, cell) -> {
                  String where = export + " " + column + ": " + cell;
                  assertFalse(EXPONENT.matcher(cell).find(), where);
                  assertFalse(
                      MONEY.matcher(cell).find() && !export.path().endsWith("/history"), where);
                });
      }
    }
    assertTrue(seen > 20, seen + " of " + exports.size());
  }

  @Test
  void several_objects_are_one_array_in_a_cell_and_the_schema_says_so() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Set<String> arrays = new TreeSet<>();
    for (String list :
        List.of("/clusters", "/organisations", "/events", "/mergers", "/subsidy-lines")) {
      Map<String, String> types = new HashMap<>();
      for (Map<String, String> field :
          admin()
              .get(list + ".tableschema.json")
              .jsonPath()
              .<Map<String, String>>getList("fields")) {
        types.put(field.get("name"), field.get("type"));
      }
      for (NamedCsvRecord row : rows(list)) {
        for (Map.Entry<String, String> cell : row.getFieldsAsMap().entrySet()) {
          String where = list + " " + cell;
          String type = types.get(cell.getKey());
          if (type.equals("array") || type.equals("object")) {
            JsonNode told = json.readTree(cell.getValue());
            assertTrue(told.isMissingNode() || told.isArray() == type.equals("array"), where);
            if (told.size() > 1 && told.isArray()) {
              arrays.add(cell.getKey());
            }
          } else {
            assertFalse(cell.getValue().matches("(\\[.*)?\\{\".*"), where);
          }
        }
      }
    }
    assertTrue(arrays.containsAll(Set.of("ballots", "statements", "steps")), arrays.toString());
  }

  @Test
  void money_is_two_columns_and_whose_it_is_three() {
    NamedCsvRecord row = rows("/subsidy-lines?cluster=frenchsouth-digital&fiscalYear=2015").get(0);
    assertTrue(row.getField("amount").matches("[0-9]+\\.[0-9]{2}"), row.getField("amount"));
    assertEquals("EUR", row.getField("currency"));
    assertEquals("0.00", row.getField("paid.amount"));
    assertEquals("EUR", row.getField("paid.currency"));
    assertEquals("CLUSTER", row.getField("beneficiary.kind"));
    assertTrue(row.getField("beneficiary.id").matches("[0-9a-f-]{36}"));
    assertEquals("FrenchSouth.digital", row.getField("beneficiary.name"));
  }

  record Row(String text, List<String> list, @JsonIgnore long version) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1",
        "+1",
        "-1",
        "@a",
        "\t1",
        "\r1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        " =1",
        "\u00a0+1",
        "\u200b-1",
        "\ufeff=1",
        "\u000b=1",
        "\u2028@a",
        "\u200b \u00a0=1",
        "\u2060=1",
        "﹢1",
        "﹣1",
        "﹦1",
        "﹫a",
        "\u22121"
      })
  void a_text_that_a_spreadsheet_would_compute_is_made_harmless(String text) {
    ObjectNode row = new ObjectMapper().createObjectNode().put("text", text);
    row.putArray("list").add(text).add("b");
    assertEquals(List.of("'" + text, "'" + text + "|b"), new CsvColumns(Row.class).cells(row));
  }
}
