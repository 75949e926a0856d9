package org.grappe.query;

import static org.grappe.testing.Api.admin;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.ScarceProfile;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.Test;

/**
 * Every list of the document has pages that end where they are long enough, whatever {@code limit}
 * says: where one item is enough, each page has one, and all pages together have what there is.
 */
@QuarkusTest
@TestProfile(ScarceProfile.class)
class ShortPagesTest {
  private static final int ENOUGH = 4;
  private OpenApi api;
  private final List<String> surprises = new ArrayList<>();

  @Test
  void a_page_of_any_list_ends_where_it_is_long_enough() {
    api = OpenApi.served();
    List<Operation> lists = api.gets().filter(this::isList).toList();
    assertTrue(lists.size() > 40, lists + "");
    for (Operation list : lists) {
      Scene scene = new Scene();
      String address = scene.address(list);
      fill(list, scene, address);
      walk(list, address);
    }
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  /** What is told in pages, and whole as lines. */
  private boolean isList(Operation operation) {
    return operation.path().startsWith("/api/v1/")
        && api.parameters(operation).anyMatch(one -> one.path("name").asText().equals("cursor"))
        && Stream.of("/scdl", "/summary").noneMatch(operation.path()::endsWith);
  }

  /** Lets the list have several items, as far as others than this test make none. */
  private void fill(Operation list, Scene scene, String address) {
    boolean isHistory = list.path().endsWith("/history");
    String path = list.path().replaceFirst("/history$", "");
    String method = isHistory ? "PATCH" : "POST";
    Optional<Operation> more =
        api.operations()
            .filter(one -> one.path().equals(path) && one.method().equals(method))
            .findFirst();
    String at = address.replaceFirst("/history$", "");
    for (int i = 0; i < 2 && more.isPresent(); i++) {
      Operation writing = more.get();
      scene.call(writing, at, scene.body(writing), admin());
    }
  }

  private void walk(Operation list, String address) {
    List<JsonNode> all = lines(address);
    List<JsonNode> found = new ArrayList<>();
    String next = address + "?limit=200";
    while (next != null && found.size() < ENOUGH) {
      Response page = admin().basePath("").urlEncodingEnabled(false).get(next);
      JsonNode answer = OpenApi.json(page.asString());
      if (answer.path("items").size() > 1 || page.statusCode() != 200) {
        surprises.add(list + " has a page that is too long: " + page.statusCode());
        return;
      }
      answer.path("items").forEach(found::add);
      next = answer.has("next") ? answer.get("next").asText() : null;
    }
    boolean same = found.equals(all.subList(0, Math.min(all.size(), found.size())));
    if (!same || (next == null && found.size() != all.size())) {
      surprises.add(list + ": " + found + " instead of " + all);
    }
    if (found.size() < 2 && !isSingle(list)) {
      surprises.add(list + " has too few items to tell");
    }
  }

  /** What nothing that a test can call gives a second item. */
  private static boolean isSingle(Operation list) {
    return Stream.of(
            "clashes",
            "deliveries",
            "omissions",
            "shares",
            "shares/{cluster}/history",
            "memberships")
        .anyMatch(end -> list.path().endsWith("/" + end));
  }

  private static List<JsonNode> lines(String address) {
    String lines =
        admin()
            .basePath("")
            .accept("application/x-ndjson")
            .get(address)
            .then()
            .extract()
            .asString();
    return Stream.of(lines.split("\n")).filter(line -> !line.isBlank()).map(OpenApi::json).toList();
  }
}
