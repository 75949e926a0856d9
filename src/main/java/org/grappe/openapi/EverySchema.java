package org.grappe.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Visits the schemas of a document, wherever they stand and however deep. */
final class EverySchema {
  private EverySchema() {}

  static void of(OpenAPI api, Consumer<Schema> visitor) {
    api.getComponents().getSchemas().values().forEach(schema -> visit(schema, visitor));
    api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .flatMap(EverySchema::roots)
        .filter(Objects::nonNull)
        .forEach(schema -> visit(schema, visitor));
  }

  private static Stream<Schema> roots(Operation operation) {
    Stream<Content> contents =
        Stream.concat(
            Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent()),
            operation.getResponses().getAPIResponses().values().stream()
                .map(response -> response.getContent()));
    return Stream.concat(
        contents
            .filter(Objects::nonNull)
            .flatMap(content -> content.getMediaTypes().values().stream())
            .map(MediaType::getSchema),
        Stream.ofNullable(operation.getParameters())
            .flatMap(Collection::stream)
            .map(Parameter::getSchema));
  }

  private static void visit(Schema schema, Consumer<Schema> visitor) {
    visitor.accept(schema);
    Stream.of(
            Stream.ofNullable(schema.getProperties()).map(Map::values).flatMap(Collection::stream),
            Stream.ofNullable(schema.getItems()),
            Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
            Stream.of(
                    java.util.Optional.ofNullable(schema.getAllOf()),
                    java.util.Optional.ofNullable(schema.getAnyOf()),
                    java.util.Optional.ofNullable(schema.getOneOf()))
                .flatMap(list -> list.stream().flatMap(List::stream)))
        .flatMap(parts -> parts)
        .forEach(part -> visit(part, visitor));
  }
}
