package org.grappe.openapi;

import io.smallrye.openapi.model.BaseModel;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What a schema is made of. */
final class SchemaParts {
  private SchemaParts() {}

  /** The schema and all that is written inside it, but not what it refers to. */
  static Stream<Schema> within(Schema schema) {
    if (schema.getBooleanSchema() != null) {
      return Stream.of(schema);
    }
    return Stream.of(
            Stream.of(schema),
            Stream.ofNullable(schema.getProperties())
                .map(Map::values)
                .flatMap(parts -> parts.stream().flatMap(SchemaParts::within)),
            Stream.ofNullable(schema.getItems()).flatMap(SchemaParts::within),
            Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .flatMap(parts -> parts == null ? Stream.empty() : parts.stream())
                .flatMap(SchemaParts::within))
        .flatMap(parts -> parts);
  }

  /** Has a filter see every part of the document. */
  static void visit(OpenAPI api, OASFilter filter) {
    ((BaseModel<?>) api).filter(filter, new IdentityHashMap<>());
  }

  /** One that changes with no other; what it tells of its members is its own, too. */
  static Schema copy(Schema schema) {
    Schema copy = alike(schema);
    if (schema.getProperties() != null) {
      copy.setProperties(null);
      schema.getProperties().forEach((name, part) -> copy.addProperty(name, copy(part)));
    }
    if (schema.getItems() != null) {
      copy.setItems(copy(schema.getItems()));
    }
    return copy;
  }

  /** One that tells the same, of the same parts. */
  static Schema alike(Schema schema) {
    Schema copy = OASFactory.createSchema();
    copy.setAll(schema.getAll());
    if (schema.getRequired() != null) {
      copy.setRequired(new ArrayList<>(schema.getRequired()));
    }
    if (schema.getType() != null) {
      copy.setType(new ArrayList<>(schema.getType()));
    }
    return copy;
  }

  /** One that takes null besides. */
  static Schema nullable(Schema schema) {
    Schema either = alike(schema);
    if (schema.getAnyOf() == null && schema.getRef() == null) {
      List<SchemaType> types = schema.getType();
      return types == null || types.contains(SchemaType.NULL)
          ? either
          : either.addType(SchemaType.NULL);
    }
    either.setRef(null);
    either.setAnyOf(
        new ArrayList<>(
            schema.getAnyOf() == null
                ? List.of(OASFactory.createSchema().ref(schema.getRef()))
                : schema.getAnyOf()));
    return either.addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
  }
}
