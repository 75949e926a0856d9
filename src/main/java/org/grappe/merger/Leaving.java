package org.grappe.merger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.UUID;

/** How it is kept that something goes to no result: by the word that a request says. */
final class Leaving {
  private static final String WORD = "LEAVES";

  private Leaving() {}

  /** Writes the id of a result, or the word. */
  static final class Writer extends JsonSerializer<UUID> {
    @Override
    public void serialize(UUID to, JsonGenerator json, SerializerProvider all) throws IOException {
      json.writeString(to.equals(Assignment.LEAVES) ? WORD : to.toString());
    }
  }

  /** Reads it back. */
  static final class Reader extends JsonDeserializer<UUID> {
    @Override
    public UUID deserialize(JsonParser json, DeserializationContext all) throws IOException {
      String text = json.getValueAsString();
      return WORD.equals(text) ? Assignment.LEAVES : UUID.fromString(text);
    }
  }
}
