package org.grappe.openapi;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Has schemas say nothing that programs in other languages take otherwise than Java does. */
final class PortableSchemas {
  /** How SmallRye tells that a text is not blank. */
  private static final String NOT_BLANK = "\\S";

  private PortableSchemas() {}

  static void tidy(Schema schema) {
    if (schema.getBooleanSchema() != null) {
      return;
    }
    // to who counts in binary, 0.29 is no multiple of 0.01
    schema.setMultipleOf(null);
    String pattern = schema.getPattern();
    if (NOT_BLANK.equals(pattern)) {
      // what has a format is not blank; to make a text of both takes programs that try texts an
      // hour
      schema.setPattern(schema.getFormat() == null ? "^\\s*\\S[\\s\\S]*$" : null);
    } else if (pattern != null && !pattern.startsWith("^")) {
      // Java's holds for the whole text
      schema.setPattern("^(?:" + pattern + ")$");
    }
  }

  /** Takes away what nothing refers to, of which generators would make classes. */
  static void removeUnused(OpenAPI api) {
    Set<String> used = new HashSet<>();
    Map<String, Schema> schemas = new TreeMap<>(api.getComponents().getSchemas());
    do {
      api.getComponents().setSchemas(schemas);
      used.clear();
      SchemaParts.visit(
          api,
          new OASFilter() {
            @Override
            public Schema filterSchema(Schema schema) {
              SchemaRef.of(schema).ifPresent(used::add);
              return schema;
            }
          });
    } while (schemas.keySet().retainAll(used));
  }
}
