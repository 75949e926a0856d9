package org.grappe.query;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.with;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.grappe.testing.LeavesMuch;
import org.junit.jupiter.api.Test;

/** Records of almost a mebibyte each are told a few at a time, in lists and in what is exported. */
@QuarkusTest
@LeavesMuch
class LongRecordsTest {
  private static final int RECORDS = 8;
  private static final int LONGEST_PAGE = 3 << 20;
  private final String publisher = unique("Publisher");

  private static List<Map<String, String>> statements(String letter) {
    return Collections.nCopies(150, Map.of("text", letter.repeat(4000 / letter.length())));
  }

  private String longSource(String letter) {
    return make(
        "/sources", with(aSource(), "publisher", publisher, "statements", statements(letter)));
  }

  @Test
  void a_page_of_long_records_is_as_long_as_a_few_of_them() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      // the database keeps the former in a hundredth of their length
      made.add(longSource(i % 2 == 0 ? "a" : "a\"b\\"));
    }
    String address = "/sources?limit=200&sort=createdAt&q=" + publisher.replace(" ", "%20");
    List<String> found = walk("/api/v1" + address);
    assertEquals(made, found);
    String lines =
        admin().accept("application/x-ndjson").urlEncodingEnabled(false).get(address).asString();
    assertEquals(RECORDS, lines.split("\n").length);
  }

  @Test
  void so_is_a_page_of_the_history_of_one() {
    String id = longSource("a");
    for (String letter : List.of("b", "c", "d", "e")) {
      patch("/sources/" + id, Map.of("statements", statements(letter))).statusCode(200);
    }
    assertEquals(5, walk("/api/v1/sources/" + id + "/history?limit=200").size());
  }

  private static List<String> walk(String from) {
    List<String> ids = new ArrayList<>();
    int pages = 0;
    for (String next = from; next != null; pages++) {
      Response page = admin().basePath("").urlEncodingEnabled(false).get(next);
      assertEquals(200, page.statusCode());
      assertThat(page.asByteArray().length, lessThan(LONGEST_PAGE));
      List<Map<String, Object>> items = page.path("items");
      assertThat(items.size(), greaterThan(0));
      items.forEach(item -> ids.add(String.valueOf(item.get("id"))));
      next = page.path("next");
    }
    assertThat(pages, greaterThan(2));
    return ids;
  }
}
