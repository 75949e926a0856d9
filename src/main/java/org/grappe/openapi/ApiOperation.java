package org.grappe.openapi;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * An operation, and what kind of operation the contract takes it for.
 *
 * @param path as a template
 * @param kind which decides its headers and answers
 * @param answered the name of the schema that the resource gives its success
 */
record ApiOperation(
    String path, OperationKind kind, Optional<String> answered, Operation operation) {
  static final String JSON = "application/json";

  /** Every operation of the document, in the order of the paths. */
  static List<ApiOperation> all(OpenAPI api) {
    List<ApiOperation> calls = new ArrayList<>();
    new TreeMap<>(api.getPaths().getPathItems())
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> calls.add(of(path, method, operation))));
    return calls;
  }

  private static ApiOperation of(String path, HttpMethod method, Operation operation) {
    Optional<String> answered =
        Stream.of("200", "201")
            .map(operation.getResponses()::getAPIResponse)
            .filter(Objects::nonNull)
            .findFirst()
            .flatMap(answer -> SchemaRef.of(answer.getContent()));
    return new ApiOperation(
        path, OperationKind.of(method, answered, operation), answered, operation);
  }

  /** Whether its success may be of this type. */
  boolean answers(String type) {
    APIResponse success = operation.getResponses().getAPIResponse("200");
    return success != null
        && success.getContent() != null
        && success.getContent().hasMediaType(type);
  }

  String id() {
    return operation.getOperationId();
  }

  /** Whether the rules for the API hold, and not those for pages about it. */
  boolean isOfApi() {
    return path.startsWith("/api/");
  }

  /** Whether it tells what a list does. */
  boolean isList() {
    return kind == OperationKind.LIST || kind == OperationKind.EXPORT;
  }

  /**
   * Whether an answer can be the one that a caller has; each page of a stream has its own cursors.
   */
  boolean canRepeat() {
    return isOfApi() && kind.reads() && !answers(MediaType.SERVER_SENT_EVENTS);
  }

  boolean isClosed() {
    return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
  }

  /** Whether it can be asked for the registry as it stood, which not everyone may. */
  boolean looksBack() {
    return parameters()
        .anyMatch(
            parameter ->
                "knownAt".equals(parameter.getName())
                    || SharedParameters.ref("KnownAt").equals(parameter));
  }

  boolean hasPathParameter() {
    return path.contains("{");
  }

  boolean hasBody() {
    return operation.getRequestBody() != null;
  }

  Stream<Parameter> parameters() {
    return Stream.ofNullable(operation.getParameters()).flatMap(List::stream);
  }

  /** The name of the schema that the body of the request has. */
  Optional<String> requestSchema() {
    return Optional.ofNullable(operation.getRequestBody())
        .flatMap(body -> SchemaRef.of(body.getContent()));
  }
}
