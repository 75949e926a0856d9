package org.grappe.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Reference;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says once, among the components, which parameters and answers several operations have, and which
 * members many records.
 */
final class SharedParts {
  /** From how many records on a member has a schema of its own. */
  private static final int MANY = 6;

  private final Components components;
  private final List<ApiOperation> calls;

  SharedParts(OpenAPI api, List<ApiOperation> calls) {
    this.components = api.getComponents();
    this.calls = calls;
  }

  void share() {
    Map<Parameter, Long> parameters = counted(ApiOperation::parameters);
    Map<APIResponse, Long> answers = counted(SharedParts::answers);
    for (ApiOperation call : calls) {
      List<Parameter> own =
          call.parameters().map(one -> parameters.get(one) > 1 ? share(call, one) : one).toList();
      call.operation().setParameters(own.isEmpty() ? null : own);
      Map<String, APIResponse> all =
          new TreeMap<>(call.operation().getResponses().getAPIResponses());
      all.replaceAll((status, one) -> answers.get(one) > 1 ? share(call, status, one) : one);
      call.operation().getResponses().setAPIResponses(all);
    }
  }

  void shareMembers() {
    Map<Schema, Long> told =
        components.getSchemas().values().stream()
            .flatMap(schema -> members(schema).values().stream())
            .collect(Collectors.groupingBy(part -> part, Collectors.counting()));
    new TreeMap<>(components.getSchemas())
        .forEach(
            (name, schema) ->
                members(schema)
                    .forEach(
                        (member, part) -> {
                          if (told.get(part) >= MANY) {
                            share(request(name, schema) + upper(member), part)
                                .ifPresent(ref -> schema.addProperty(member, ref));
                          }
                        }));
  }

  private static Map<String, Schema> members(Schema schema) {
    return schema.getProperties() == null ? Map.of() : new LinkedHashMap<>(schema.getProperties());
  }

  /** What a request's members begin with; its body is closed. */
  private static String request(String name, Schema schema) {
    boolean isBody = name.startsWith("New") || schema.getAdditionalPropertiesSchema() != null;
    return name.startsWith("Changed") ? "Changed" : isBody ? "New" : "";
  }

  private Optional<Schema> share(String key, Schema part) {
    if (!part.equals(components.getSchemas().getOrDefault(key, part))) {
      return Optional.empty();
    }
    components.addSchema(key, part);
    return Optional.of(SchemaRef.to(key));
  }

  private static Stream<APIResponse> answers(ApiOperation call) {
    return call.operation().getResponses().getAPIResponses().values().stream();
  }

  /** How often each is told that is no reference yet. */
  private <T extends Reference<T>> Map<T, Long> counted(Function<ApiOperation, Stream<T>> parts) {
    return calls.stream()
        .flatMap(parts)
        .collect(
            Collectors.groupingBy(
                part -> part, Collectors.summingLong(part -> part.getRef() == null ? 1 : 0)));
  }

  private Parameter share(ApiOperation call, Parameter parameter) {
    String name = upper(parameter.getName()) + "Parameter";
    String noun = call.answered().map(SchemaRef::itemOf).orElse(call.id());
    String key = key(parameter, components.getParameters(), name, noun + name);
    components.addParameter(key, parameter);
    return OperationParameters.ref(key);
  }

  private APIResponse share(ApiOperation call, String status, APIResponse answer) {
    String name =
        SchemaRef.of(answer.getContent()).orElse(upper(call.id()))
            + (status.equals("200") && call.kind() != ApiOperation.Kind.ACT
                ? ""
                : Map.of("201", "Created", "202", "Accepted").getOrDefault(status, "Done"));
    String key = key(answer, components.getResponses(), name, upper(call.id()));
    components.addResponse(key, answer);
    return OASFactory.createAPIResponse().ref("#/components/responses/" + key);
  }

  /** The name that the part has already, or else the first that no other has. */
  private static <T> String key(T part, Map<String, T> taken, String... names) {
    return taken.entrySet().stream()
        .filter(entry -> entry.getValue().equals(part))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> Stream.of(names).filter(name -> !taken.containsKey(name)).findFirst())
        .orElseThrow();
  }

  private static String upper(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
