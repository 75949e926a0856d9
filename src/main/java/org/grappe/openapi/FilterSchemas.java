package org.grappe.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.grappe.query.Filter;

/** How the values of filters are written. */
final class FilterSchemas {
  private final OpenAPI api;

  FilterSchemas(OpenAPI api) {
    this.api = api;
  }

  Schema of(Filter filter) {
    Schema schema = OASFactory.createSchema();
    return switch (filter.kind()) {
      case CHOICES -> schema.addType(SchemaType.ARRAY).minItems(1).items(choices(filter.choices()));
      case CHOICE -> choices(filter.choices());
      case TEXTS ->
          schema
              .addType(SchemaType.ARRAY)
              .minItems(1)
              .items(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(200));
      case TEXT -> schema.addType(SchemaType.STRING).minLength(1).maxLength(200);
      case ID -> schema.addType(SchemaType.STRING).format("uuid");
      case DAY -> schema.addType(SchemaType.STRING).format("date");
      case INSTANT -> schema.addType(SchemaType.STRING).format("date-time");
      case FLAG -> schema.addType(SchemaType.BOOLEAN).defaultValue(false);
      case NUMBER -> schema.addType(SchemaType.INTEGER);
    };
  }

  /** The enumeration by its name where a schema has it, else its values. */
  private Schema choices(List<String> names) {
    return api.getComponents().getSchemas().entrySet().stream()
        .filter(e -> names.equals(e.getValue().getEnumeration()))
        .map(e -> SchemaRef.to(e.getKey()))
        .findFirst()
        .orElseGet(() -> choice(names));
  }

  /** One of these. */
  static Schema choice(List<String> names) {
    return OASFactory.createSchema().addType(SchemaType.STRING).enumeration(new ArrayList<>(names));
  }
}
