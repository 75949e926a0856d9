package org.grappe.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Reference;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.grappe.http.Formats;

/** Says once, among the components, which parameters and answers several operations have. */
final class SharedParts {
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
    String list = upper(call.id().replaceFirst("^list", ""));
    String key = key(parameter, components.getParameters(), name, noun + name, list + name);
    components.addParameter(key, parameter);
    return SharedParameters.ref(key);
  }

  private APIResponse share(ApiOperation call, String status, APIResponse answer) {
    String name =
        SchemaRef.of(answer.getContent()).map(found -> rows(call, found)).orElse(upper(call.id()))
            + (status.equals("200") && call.kind() != OperationKind.ACT
                ? ""
                : Map.of("201", "Created", "202", "Accepted").getOrDefault(status, "Done"));
    String key = key(answer, components.getResponses(), name, upper(call.id()));
    components.addResponse(key, answer);
    return OASFactory.createAPIResponse().ref("#/components/responses/" + key);
  }

  /** All files of CSV have the same schema, and columns of their own. */
  private static String rows(ApiOperation call, String schema) {
    return call.answers(Formats.CSV)
        ? call.answered().map(SchemaRef::itemOf).orElse("") + schema
        : schema;
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

  static String upper(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
