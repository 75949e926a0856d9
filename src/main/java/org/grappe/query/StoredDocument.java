package org.grappe.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.lang.reflect.Type;
import org.grappe.value.Documents;

/** Reads the documents of a column, JSON that becomes values of one type. */
final class StoredDocument {
  private final ObjectReader reader;

  StoredDocument(Type type) {
    this.reader = Documents.MAPPER.readerFor(Documents.MAPPER.constructType(type));
  }

  /** The value; null where there is no document. */
  Object read(String text) {
    if (text == null) {
      return null;
    }
    try {
      return reader.readValue(text);
    } catch (JsonProcessingException unread) {
      throw new IllegalStateException("a stored document cannot be read", unread);
    }
  }
}
