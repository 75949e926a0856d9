package org.grappe.query;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Pages;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every list does: pages, orders, counts, searches, other formats. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ListingTest {

  /** Seven sources with one word in common, some published on the same day, some on none. */
  private static String sevenSources() {
    String word = unique("word");
    String[] days = {"2015", "2015-06", "2015-06", "2014-11-19", null, null, "2017"};
    for (int i = 0; i < days.length; i++) {
      Map<String, Object> source = with(aSource(), "title", word + " " + (i % 3));
      make("/sources", days[i] == null ? source : with(source, "publishedOn", days[i]));
    }
    return word;
  }

  private static List<Object> pages(String address) {
    return Pages.ids(Pages.items(() -> anyone(), address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"title", "-title", "publishedOn", "-publishedOn", "createdAt", "-updatedAt"})
  void pages_of_two_are_the_whole_list_in_the_same_order(String sort) {
    String word = sevenSources();
    String all = "/api/v1/sources?q=" + word + "&sort=" + sort;
    List<Object> whole = pages(all);
    assertEquals(7, whole.size());
    assertEquals(whole, pages(all + "&limit=2"));
  }

  @Test
  void unknown_values_are_last_in_both_directions() {
    String word = sevenSources();
    for (String sort : new String[] {"publishedOn", "-publishedOn"}) {
      get("/sources?q={q}&sort={sort}", word, sort)
          .body("items[5].publishedOn", nullValue())
          .body("items[6].publishedOn", nullValue());
    }
  }

  @Test
  void a_page_stays_in_place_while_rows_come_and_go() {
    String word = sevenSources();
    JsonPath first = get("/sources?q={q}&sort=createdAt&limit=3", word).extract().jsonPath();
    delete("/sources/" + first.getString("items[0].id")).statusCode(204);
    make("/sources", with(aSource(), "title", word + " late"));
    List<Object> rest = pages(first.getString("next"));
    assertEquals(5, rest.size());
    first.getList("items.id").forEach(id -> assertFalse(rest.contains(id)));
  }

  @Test
  void a_cursor_belongs_to_its_filters_and_its_order() {
    String word = sevenSources();
    String next = get("/sources?q={q}&limit=2", word).extract().path("next");
    for (String other : new String[] {"&kind=press", "&sort=-title"}) {
      anyone()
          .basePath("")
          .urlEncodingEnabled(false)
          .get(next + other)
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-cursor"));
    }
    char[] forged = next.toCharArray();
    forged[forged.length - 3] = forged[forged.length - 3] == 'A' ? 'B' : 'A';
    anyone()
        .basePath("")
        .urlEncodingEnabled(false)
        .get(new String(forged))
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-cursor"));
  }

  @Test
  void the_next_page_stands_in_the_body_and_in_link_and_a_count_only_where_asked() {
    String word = sevenSources();
    var page = get("/sources?q={q}&limit=2", word).header("Link", containsString("rel=\"next\""));
    page.body("next", startsWith("/api/v1/sources?")).body("total", nullValue());
    get("/sources?q={q}&limit=2&count=true", word).body("total", equalTo(7));
    get("/sources?q={q}&limit=7", word).body("next", nullValue()).header("Link", nullValue());
    get("/sources?q={q}&limit=1000", word).statusCode(200).body("items", hasSize(7));
  }

  @Test
  void a_search_ignores_case_accents_punctuation_and_spaces() {
    String tail = unique("x").replaceAll("[^a-z0-9]", "");
    String id = make("/organisations", with(anOrganisation(), "name", "Électro-Cœur d'Ôc " + tail));
    for (String q : new String[] {"electrocoeurdoc", "ÉLECTRO CŒUR D’ÔC", "coeur d'oc " + tail}) {
      get("/organisations?q={q}&limit=200", q).body("items.id", hasItem(id));
    }
    get("/organisations?q={q}", "%_" + tail + "%%").body("items.id", hasItem(id));
  }

  @Test
  void text_sorts_as_french_readers_expect() {
    String word = unique("tri");
    for (String name : new String[] {"zèbre", "Étang", "eau", "étang", "Fable", "cote", "côte"}) {
      make("/sources", with(aSource(), "title", name, "publisher", word));
    }
    get("/sources?q={q}", word)
        .body(
            "items.title",
            equalTo(List.of("cote", "côte", "eau", "étang", "Étang", "Fable", "zèbre")));
  }

  @Test
  void what_has_changed_since_an_instant_is_found() {
    String path = "/sources/" + make("/sources", aSource());
    Instant between = Instant.now();
    get("/sources?updatedSince={t}&limit=200", between.toString())
        .body("items.id", not(hasItem(path.substring(9))));
    patch(path, Map.of("author", "A")).statusCode(200);
    get("/sources?updatedSince={t}&limit=200", between.toString())
        .body("items.id", hasItem(path.substring(9)));
  }

  @Test
  void what_a_source_is_cited_by_is_found() {
    String source = make("/sources", aSource());
    String cites = make("/organisations", with(anOrganisation(), "sources", List.of(source)));
    get("/organisations?source=" + source).body("items.id", equalTo(List.of(cites)));
    get("/clusters?source=" + source).body("items", hasSize(0));
  }

  @Test
  void everything_streams_as_csv_and_ndjson_by_suffix_or_accept() {
    String word = unique("flux");
    for (int i = 0; i < 260; i++) {
      make(
          "/sources",
          with(aSource(), "title", word + " " + i, "author", i == 0 ? "=1+1" : "A, \"B\""));
    }
    String csv =
        anyone()
            .get("/sources.csv?q={q}&sort=createdAt", word)
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .extract()
            .asString();
    assertTrue(csv.startsWith("id,publisher,kind,title,"), csv);
    assertEquals(261, csv.split("\r\n").length);
    assertTrue(csv.contains(",'=1+1,"), "a formula is made harmless");
    assertTrue(csv.contains(",\"A, \"\"B\"\"\","), "RFC 4180 quoting");
    String lines =
        anyone()
            .accept("application/x-ndjson")
            .get("/sources?q={q}", word)
            .then()
            .statusCode(200)
            .contentType(startsWith("application/x-ndjson"))
            .extract()
            .asString();
    assertEquals(260, lines.lines().count());
    assertTrue(lines.lines().allMatch(line -> line.startsWith("{\"id\"")));
    anyone().get("/sources.csv?nope=1").then().statusCode(400);
  }

  @Test
  void lists_are_compressed_on_request() {
    anyone()
        .header("Accept-Encoding", "gzip")
        .get("/regions")
        .then()
        .header("Content-Encoding", "gzip");
  }

  @Test
  void the_index_names_the_collections() {
    get("").statusCode(200).body("collections.href", hasItem("/api/v1/memberships"));
    admin().get("").then().statusCode(200);
  }
}
