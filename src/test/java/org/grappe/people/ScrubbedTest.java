package org.grappe.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.grappe.people.Scrubbed.Place;
import org.grappe.value.Documents;
import org.junit.jupiter.api.Test;

/** Documents from which a name is taken out. */
class ScrubbedTest {
  private static ObjectNode object(String text) {
    return Documents.read(text, ObjectNode.class);
  }

  private static final PersonName NAME = new PersonName("Marie Curie");

  @Test
  void a_member_that_is_a_persons_name_goes_and_a_text_keeps_its_other_words() {
    ObjectNode row = object("{\"person\": \"Curie, Marie\", \"remark\": \"Seen by Marie Curie.\"}");
    Scrubbed scrubbed = Scrubbed.row(NAME, "mandates", row);
    assertEquals("{\"remark\":\"Seen by […].\"}", Documents.text(row));
    assertEquals(Set.of("person", "remark"), scrubbed.changed());
    assertEquals(Map.of(Place.MANDATES, 1, Place.TEXTS, 1), scrubbed.counts());
  }

  @Test
  void a_legal_body_that_is_called_so_keeps_its_name() {
    ObjectNode row = object("{\"name\": \"Marie Curie\", \"city\": \"Marie Curie\"}");
    assertEquals(Set.of("city"), Scrubbed.row(NAME, "organisations", row).changed());
    assertEquals("Marie Curie", row.get("name").textValue());
  }

  @Test
  void each_statement_counts_and_no_item_of_a_list_goes() {
    ObjectNode row =
        object(
            """
            {"statements": [{"by": "Marie Curie"}, {"text": "no one"}, {"text": "Marie Curie"}],
             "keywords": ["Marie Curie", "radium"]}""");
    Scrubbed scrubbed = Scrubbed.document(NAME, row);
    assertEquals(2, scrubbed.counts().get(Place.STATEMENTS));
    assertEquals("[\"[…]\",\"radium\"]", Documents.text(row.get("keywords")));
  }

  @Test
  void an_address_goes_whole_and_a_key_stays() {
    ObjectNode row = object("{\"url\": \"https://e.fr/marie%20curie\", \"slug\": \"marie-curie\"}");
    assertEquals(Set.of("url"), Scrubbed.document(NAME, row).changed());
    assertEquals("{\"slug\":\"marie-curie\"}", Documents.text(row));
  }
}
