package org.grappe.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.grappe.problem.Problems;

/** Texts that PostgreSQL keeps: with neither the character NUL nor half of a surrogate pair. */
final class StorableTexts {
  private StorableTexts() {}

  /**
   * Lets a document pass whose texts are such, its members' names too.
   *
   * @throws org.grappe.problem.Problem {@code malformed-request}
   */
  static void require(JsonNode node) {
    if (node.isTextual()) {
      require(node.textValue());
    }
    node.fieldNames().forEachRemaining(StorableTexts::require);
    node.forEach(StorableTexts::require);
  }

  private static void require(String text) {
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Problems.malformed("body.nul");
    }
  }
}
