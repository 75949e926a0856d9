package org.grappe.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Has every object of a request refuse what the service refuses: members that its schema does not
 * tell, and texts without anything; and take null for what it takes as left out. What is answered
 * in the same shape may grow, so a request has a schema of its own for it.
 */
final class RequestBodies {
  /** What a transition may leave as it is, and nobody can give up. */
  private static final Set<String> KEPT =
      Set.of("ClusterTransition.name", "ClusterTransition.region", "OrganisationTransition.name");

  private final Components components;
  private final Set<String> written = new TreeSet<>();
  private final Set<String> answered = new HashSet<>();

  RequestBodies(OpenAPI api, Iterable<ApiOperation> calls) {
    this.components = api.getComponents();
    for (ApiOperation call : calls) {
      if (call.hasBody()) {
        reach(call.operation().getRequestBody().getContent(), written);
      }
      call.operation().getResponses().getAPIResponses().values().stream()
          .map(APIResponse::getContent)
          .forEach(content -> reach(content, answered));
    }
  }

  /** The names of all schemas that answers have. */
  Set<String> answered() {
    return answered;
  }

  void close() {
    Map<String, String> twins = new HashMap<>();
    written.stream()
        .filter(answered::contains)
        .filter(name -> isObject(components.getSchemas().get(name)))
        .forEach(name -> twins.put(name, "New" + name));
    twins.forEach(
        (name, twin) ->
            components.addSchema(twin, SchemaParts.copy(components.getSchemas().get(name))));
    for (String name : written) {
      Schema schema = components.getSchemas().get(twins.getOrDefault(name, name));
      SchemaParts.within(schema)
          .forEach(
              part ->
                  SchemaRef.of(part)
                      .map(twins::get)
                      .ifPresent(twin -> part.setRef(SchemaRef.to(twin).getRef())));
      SchemaParts.within(schema).filter(RequestBodies::isText).forEach(text -> text.minLength(1));
      if (isObject(schema)) {
        if (!name.startsWith("Changed")) {
          takeNull(name, schema);
        }
        schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
      }
    }
  }

  /**
   * What may be left out is left out by null, too; a patch removes by it, and a transition tells by
   * it that something was given up.
   */
  private static void takeNull(String name, Schema schema) {
    List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
    Map.copyOf(schema.getProperties()).keySet().stream()
        .filter(member -> !required.contains(member) && !KEPT.contains(name + "." + member))
        .forEach(
            member ->
                schema.addProperty(
                    member, SchemaParts.nullable(schema.getProperties().get(member))));
  }

  /** Whether it is one that somebody writes: none is left blank. */
  private static boolean isText(Schema part) {
    return part.getMaxLength() != null && part.getEnumeration() == null;
  }

  private static boolean isObject(Schema schema) {
    return schema.getProperties() != null;
  }

  private void reach(Content content, Set<String> names) {
    Optional.ofNullable(content).map(Content::getMediaTypes).stream()
        .flatMap(types -> types.values().stream())
        .flatMap(media -> Stream.ofNullable(media.getSchema()))
        .forEach(schema -> reach(schema, names));
  }

  private void reach(Schema schema, Set<String> names) {
    SchemaParts.within(schema)
        .flatMap(part -> SchemaRef.of(part).stream())
        .filter(names::add)
        .forEach(name -> reach(components.getSchemas().get(name), names));
  }
}
