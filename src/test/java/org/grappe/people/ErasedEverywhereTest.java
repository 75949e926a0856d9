package org.grappe.people;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.grappe.testing.BodyFields;
import org.grappe.testing.ErrorLog;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A name that stood in every text that there is stands in none after its erasure. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@Order(1) // reads all that there is, several times
class ErasedEverywhereTest {
  @Inject DataSource database;
  private String family;
  private List<String> spellings;
  private int turn;

  @BeforeEach
  void a_name_in_many_spellings() {
    StringBuilder letters = new StringBuilder("Molinié");
    for (long rest = System.nanoTime(); rest > 0; rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    family = letters.toString();
    String name = "Alain " + family;
    spellings =
        List.of(
            name,
            "With " + name + " and others",
            Normalizer.normalize(name, Normalizer.Form.NFD),
            "By "
                + Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.FRENCH)
                + ".",
            name.toUpperCase(Locale.FRENCH),
            "« Alain\u00a0\u202f " + family + " »",
            family.toUpperCase(Locale.FRENCH) + ", Alain (président)",
            "alain-" + family.toLowerCase(Locale.FRENCH).replace('é', 'e'),
            "ALAIN" + family.toUpperCase(Locale.FRENCH),
            "by " + family + "Alain.",
            "Alain%20" + URLEncoder.encode(family, StandardCharsets.UTF_8),
            "x=alain%2B" + URLEncoder.encode(family, StandardCharsets.ISO_8859_1) + "&y",
            "Alain&nbsp;" + family.replace("é", "&eacute;"),
            "Alain " + family.replace("é", "&#233;") + "&#xA0;!",
            "Alain " + family.replace("é", "\\u00e9"),
            "(Alain\n" + family.substring(0, 9) + "\u00ad" + family.substring(9) + ")");
  }

  private String spelled() {
    return spellings.get(turn++ % spellings.size());
  }

  /** Where a name may be put: a text of words, or an address. */
  private JsonNode text(JsonNode schema) {
    String spelled = spelled();
    int most = schema.path("maxLength").asInt(10_000);
    boolean isAddress = schema.path("format").asText().startsWith("uri");
    return TextNode.valueOf(
        isAddress
            ? "https://example.org/" + URLEncoder.encode("Alain " + family, StandardCharsets.UTF_8)
            : spelled.length() > most ? "Alain " + family : spelled);
  }

  private static boolean takesWords(JsonNode schema) {
    return !schema.has("enum")
        && !schema.has("pattern")
        && !List.of("date", "date-time", "uuid").contains(schema.path("format").asText());
  }

  /** Sends a body with the name in every text that is taken; answers in which fields it was. */
  private List<String> fill(OpenApi api, Operation operation) {
    Scene scene = new Scene();
    String address = scene.address(operation);
    Map<String, JsonNode> named = new LinkedHashMap<>();
    for (BodyFields.Field field : BodyFields.of(api, operation)) {
      if (field.isOf("string") && takesWords(field.schema())) {
        // a body that is called just so keeps it
        boolean isBodys = operation.path().matches(".*/(organisations|clusters)(/\\{\\w+})?");
        named.put(
            field.pointer(),
            isBodys && field.pointer().matches("/(name|otherNames/0)")
                ? TextNode.valueOf("Chez Alain " + family + " " + turn++)
                : text(field.schema()));
      }
    }
    if (named.isEmpty()) {
      return List.of();
    }
    for (int attempt = 0; attempt < 30; attempt++) {
      JsonNode body =
          BodyFields.with(scene.body(operation), "/remarks", TextNode.valueOf(spelled()));
      for (Map.Entry<String, JsonNode> one : named.entrySet()) {
        body = putting(body, one.getKey(), one.getValue());
      }
      Response answer =
          scene.call(operation, address, body, admin().header("Idempotency-Key", unique("retry")));
      if (answer.statusCode() < 300) {
        return List.copyOf(named.keySet());
      }
      if (!drop(named, answer)) {
        return List.of();
      }
    }
    return List.of();
  }

  private static JsonNode putting(JsonNode body, String pointer, JsonNode value) {
    return BodyFields.with(new ObjectMapper().convertValue(body, Map.class), pointer, value);
  }

  private static boolean drop(Map<String, JsonNode> named, Response answer) {
    List<String> pointers =
        OpenApi.json(answer.asString()).path("errors").findValuesAsText("pointer");
    boolean dropped = false;
    for (String pointer : pointers) {
      dropped |=
          named.keySet().removeIf(one -> one.equals(pointer) || one.startsWith(pointer + "/"));
    }
    return dropped;
  }

  /** Each column of the database in which the name stands, however it is spelled. */
  private List<String> kept() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> questions = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              """
              select c.oid::regclass, a.attname, a.atttypid = 'bytea'::regtype
              from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
              where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
                and not a.attisdropped and c.relname <> 'settings'
                and a.attname not like '%hash' and a.attname not like '%secret' and a.attname <> 'scope'""")) {
        while (rows.next()) {
          String column = "t.\"" + rows.getString(2) + "\"";
          questions.add(
              "select '%s.%s' from %s t where plain(%s) like '%%' || plain('%s') || '%%' limit 1"
                  .formatted(
                      rows.getString(1),
                      rows.getString(2),
                      rows.getString(1),
                      rows.getBoolean(3)
                          ? "convert_from(" + column + ", 'UTF8')"
                          : column + "::text",
                      tail()));
        }
      }
      for (String question : questions) {
        try (ResultSet rows = statement.executeQuery(question)) {
          if (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
    }
    return found;
  }

  @Test
  void it_is_taken_out_of_every_text_of_every_record_and_of_all_that_is_kept_of_them()
      throws SQLException {
    try (ErrorLog log = new ErrorLog()) {
      erased(OpenApi.served());
      for (String path :
          List.of(
              "/api/v1/Alain-%s",
              "/api/v1/clusters/alain-%s",
              "/api/v1/clusters/Alain%%20%s",
              "/api/v1/regions/%s",
              "/Alain-%s",
              "/docs/%s")) {
        String plain = Normalizer.normalize(family, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        admin()
            .basePath("")
            .urlEncodingEnabled(false)
            .get(path.formatted(plain.toLowerCase(Locale.ROOT)))
            .then()
            .statusCode(org.hamcrest.Matchers.oneOf(400, 404));
      }
      assertTrue(log.lines().size() > 100, log.lines().size() + " lines");
      assertEquals(List.of(), log.lines().stream().filter(this::tells).toList());
    }
  }

  private boolean tells(String text) {
    return plain(text).contains(tail());
  }

  /** What is spelled alike however the name is. */
  private String tail() {
    return family.substring("Molinié".length());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\P{Alnum}", "");
  }

  private void erased(OpenApi api) throws SQLException {
    List<String> fields = new ArrayList<>();
    for (Operation operation : api.operations().toList()) {
      boolean writes = operation.method().equals("POST") || operation.method().equals("PATCH");
      if (writes && !operation.path().endsWith("/people/erasure")) {
        fill(api, operation).forEach(field -> fields.add(operation + field));
      }
    }
    files();
    assertTrue(fields.size() > 150, fields.size() + " " + fields);
    TreeSet<String> before = new TreeSet<>(kept());
    assertTrue(before.size() > 40, before.toString());

    post("/people/erasure?dryRun=true", Map.of("person", "Alain " + family)).statusCode(200);
    assertEquals(before, new TreeSet<>(kept()));
    post("/people/erasure", Map.of("person", "Alain " + family)).statusCode(200);
    assertEquals(List.of(), kept());
    answers(api);
    post("/people/erasure", Map.of("person", "Alain " + family))
        .statusCode(200)
        .body("texts", equalTo(0))
        .body("history", equalTo(0))
        .body("answers", equalTo(0));
  }

  /** Calendars, subsidies and members, with lines that are taken and lines that are left out. */
  private void files() {
    String siren = aSiren();
    String cluster = make("/clusters", with(aCluster(), "siren", siren));
    String name = "Alain " + family;
    admin()
        .header("Idempotency-Key", unique("retry"))
        .contentType("text/calendar")
        .body(
            """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:%1$s
            SUMMARY:%1$s
            DTSTART:20300101
            LOCATION:%1$s
            DESCRIPTION:%1$s
            X-%1$s
            END:VEVENT
            END:VCALENDAR
            """
                .formatted(name))
        .post("/events/ics?host=" + cluster)
        .then()
        .statusCode(200);
    admin()
        .header("Idempotency-Key", unique("retry"))
        .contentType("text/csv")
        .body(
            "idAttribuant;nomAttribuant;dateConvention;idBeneficiaire;objet;montant\n%s;%s;2016-01-01;%s;%s;100\nx;%s;y;z;%s;1\n"
                .formatted(Subsidies.siret(aSiren()), name + " Mairie", siren, name, name, name))
        .post("/subsidy-lines/scdl?partial=true")
        .then()
        .statusCode(200);
    admin()
        .header("Idempotency-Key", unique("retry"))
        .contentType("text/csv")
        .body(
            "name;city;from;siren;siret;rna;college;endReason;%1$s\n%1$s Conseil;%1$s;2016-01-01;;;;%1$s;;%1$s\n%1$s Cie;;%1$s;%1$s;%1$s;%1$s;%1$s;%1$s;\nX;;;;;W75 %1$s;;;\n"
                .formatted(name))
        .post("/memberships/csv?partial=true&cluster=" + cluster)
        .then()
        .statusCode(200);
  }

  /** Whatever can be read without knowing an id, in all of its formats. */
  private void answers(OpenApi api) {
    List<String> told = new ArrayList<>();
    for (Operation operation : api.gets().filter(one -> !one.path().contains("{")).toList()) {
      for (String accept : List.of("application/json", "application/x-ndjson", "text/csv", "*/*")) {
        Response answer =
            admin().basePath("").queryParam("status", "all").accept(accept).get(operation.path());
        Response plain =
            answer.statusCode() < 300
                ? answer
                : admin().basePath("").accept(accept).get(operation.path());
        if (tells(plain.asString())) {
          told.add(operation + " " + accept);
        }
      }
    }
    assertEquals(List.of(), told);
  }

  @Test
  void nobody_stands_in_the_way_of_it_by_what_he_calls_a_thing() {
    String name = "Alain " + family;
    String cluster = make("/clusters", with(aCluster(), "name", name, "otherNames", List.of(name)));
    String company = make("/organisations", with(anOrganisation(), "name", name));
    String other = make("/organisations", with(anOrganisation(), "name", "Maison " + name));
    for (String member : List.of(company, other)) {
      make("/memberships", with(aMembership(cluster, member), "from", "2016-01-01"));
    }
    String event = make("/events", with(anEvent(cluster), "name", name, "series", name));
    make("/clusters/" + cluster + "/colleges", Map.of("name", name));
    post("/people/erasure", Map.of("person", name)).statusCode(200);
    admin().get("/events/" + event).then().body("name", equalTo("[…]"));
    // a body that is called just so is not the person
    admin().get("/organisations/" + company).then().body("name", equalTo(name));
    admin().get("/clusters/" + cluster).then().body("name", equalTo(name));
    admin().get("/organisations/" + other).then().body("name", equalTo("Maison […]"));
  }

  @Test
  void a_name_that_is_a_word_of_the_service_takes_nothing_from_it() {
    String source = make("/sources", org.grappe.testing.Records.aSource());
    make("/events", with(anEvent(make("/clusters", aCluster())), "kind", "FAIR"));
    for (String word : List.of("Press", "Europe Paris", "Fair")) {
      post("/people/erasure", Map.of("person", word)).statusCode(200);
    }
    admin().get("/sources/" + source).then().statusCode(200).body("kind", equalTo("PRESS"));
    admin().get("/events").then().statusCode(200);
    for (String none : List.of("2016", "A.", "A. B.", "É")) {
      post("/people/erasure", Map.of("person", none)).statusCode(422);
      post("/people/erasure?dryRun=true", Map.of("person", none)).statusCode(422);
    }
  }
}
