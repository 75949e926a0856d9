package org.grappe.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.grappe.value.Documents;

/** Documents as the database keeps them. */
final class Json {
  private Json() {}

  static String text(Object value) {
    try {
      return Documents.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  static ObjectNode object(String text) {
    try {
      return Documents.MAPPER.readValue(text, ObjectNode.class);
    } catch (JsonProcessingException unread) {
      throw new IllegalStateException("a stored document cannot be read", unread);
    }
  }
}
