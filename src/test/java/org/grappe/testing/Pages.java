package org.grappe.testing;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A list read to its end, page by page. */
public final class Pages {
  private Pages() {}

  /**
   * All items of a list.
   *
   * @param caller who asks for each page
   * @param address with its query, as a page names the next
   */
  public static List<Map<String, Object>> items(
      Supplier<RequestSpecification> caller, String address) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (String next = address; next != null; ) {
      JsonPath page =
          caller
              .get()
              .basePath("")
              .urlEncodingEnabled(false)
              .get(next)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      items.addAll(page.getList("items"));
      next = page.getString("next");
    }
    return items;
  }

  /** Their ids. */
  public static List<Object> ids(List<Map<String, Object>> items) {
    return items.stream().map(item -> item.get("id")).toList();
  }
}
