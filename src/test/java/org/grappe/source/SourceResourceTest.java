package org.grappe.source;

import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SourceResourceTest {
  private static final Map<String, String> ARTICLE =
      Map.of("publisher", "L'Usine Digitale", "kind", "PRESS", "title", "Opération fusion");

  @Test
  void a_source_is_entered_read_and_listed() {
    String id = make("/sources", ARTICLE);
    get("/sources/" + id)
        .statusCode(200)
        .header("ETag", matchesPattern("\"\\d+-[\\w-]{16}\""))
        .body("publisher", equalTo("L'Usine Digitale"))
        .body("statements", equalTo(List.of()));
    get("/sources?q=operation").statusCode(200).body("items.id", hasItem(id));
  }

  @Test
  void a_change_keeps_what_it_does_not_name() {
    String id = make("/sources", ARTICLE);
    patch("/sources/" + id, Map.of("publishedOn", "2017-01"))
        .statusCode(200)
        .body("publishedOn", equalTo("2017-01"))
        .body("title", equalTo("Opération fusion"));
  }

  @Test
  void a_source_cites_another_by_id_and_the_answer_names_it() {
    String cited = make("/sources", ARTICLE);
    post(
            "/sources",
            Map.of("publisher", "P", "kind", "PRESS", "title", "T", "sources", List.of(cited)))
        .statusCode(201)
        .body("sources[0].name", equalTo("Opération fusion"));
  }
}
