package org.grappe.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import java.io.IOException;

/** A text that stands in quotes in YAML, too, where readers would take it for something else. */
record QuotedText(String text) implements JsonSerializable {

  @Override
  public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
    if (json instanceof YAMLGenerator yaml) {
      yaml.disable(Feature.MINIMIZE_QUOTES);
      yaml.writeString(text);
      yaml.enable(Feature.MINIMIZE_QUOTES);
    } else {
      json.writeString(text);
    }
  }

  @Override
  public void serializeWithType(
      JsonGenerator json, SerializerProvider provider, TypeSerializer type) throws IOException {
    serialize(json, provider);
  }
}
