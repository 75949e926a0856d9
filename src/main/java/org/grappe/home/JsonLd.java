package org.grappe.home;

import java.util.LinkedHashMap;
import java.util.Map;
import org.grappe.home.Rdf.Text;
import org.grappe.home.Rdf.Thing;
import org.grappe.home.Rdf.Value;

/** The same statements as JSON-LD 1.1. */
final class JsonLd {
  private JsonLd() {}

  static Map<String, Object> of(Thing root) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", Rdf.PREFIXES);
    document.putAll(thing(root));
    return document;
  }

  private static Map<String, Object> thing(Thing thing) {
    Map<String, Object> told = new LinkedHashMap<>();
    if (thing.id() != null) {
      told.put("@id", thing.id());
    }
    if (thing.type() != null) {
      told.put("@type", thing.type());
    }
    thing
        .said()
        .forEach(
            (property, values) -> told.put(property, values.stream().map(JsonLd::value).toList()));
    return told;
  }

  private static Map<String, Object> value(Value value) {
    if (value instanceof Text text) {
      return Map.of("@value", text.text(), "@language", text.language());
    }
    return thing((Thing) value);
  }
}
