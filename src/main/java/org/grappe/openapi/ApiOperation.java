package org.grappe.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * An operation, and what kind of operation the contract takes it for.
 *
 * @param path as a template
 * @param kind which decides its headers and answers
 */
record ApiOperation(String path, Kind kind, Operation operation) {
  static final String JSON = "application/json";

  /** The kinds that the contract knows. */
  enum Kind {
    LIST,
    READ,
    CREATE,
    ACT,
    CHANGE,
    DELETE;

    boolean reads() {
      return this == LIST || this == READ;
    }

    boolean posts() {
      return this == CREATE || this == ACT;
    }

    boolean needsVersion() {
      return this == CHANGE || this == DELETE;
    }

    /** The key of the texts about it. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Every operation of the document. */
  static List<ApiOperation> all(OpenAPI api, ListOperations lists) {
    List<ApiOperation> calls = new ArrayList<>();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) ->
                            calls.add(
                                new ApiOperation(
                                    path, kind(api, lists, path, method, operation), operation))));
    return calls;
  }

  private static Kind kind(
      OpenAPI api, ListOperations lists, String path, HttpMethod method, Operation operation) {
    return switch (method) {
      case GET -> lists.isList(operation) ? Kind.LIST : Kind.READ;
      case POST -> hasMembers(api, path) ? Kind.CREATE : Kind.ACT;
      case PATCH -> Kind.CHANGE;
      case DELETE -> Kind.DELETE;
      default -> throw new IllegalStateException("the contract knows no " + method);
    };
  }

  /** Whether what is made there can be read below it, so that a POST makes a record. */
  private static boolean hasMembers(OpenAPI api, String path) {
    return api.getPaths().getPathItems().entrySet().stream()
        .anyMatch(
            e ->
                e.getKey().matches("\\Q" + path + "\\E/\\{\\w+}") && e.getValue().getGET() != null);
  }

  /** Whether the rules for the API hold, and not those for pages about it. */
  boolean isOfApi() {
    return path.startsWith("/api/");
  }

  boolean isClosed() {
    return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
  }

  /** Whether it can be asked for a record as it stood, which not everyone may. */
  boolean looksBack() {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> String.valueOf(parameter.getRef()).endsWith("/KnownAt"));
  }

  boolean hasPathParameter() {
    return path.contains("{");
  }

  boolean hasBody() {
    return operation.getRequestBody() != null;
  }

  /** The path of the collection that the record at this path stands in. */
  String collection() {
    return path.replaceFirst("/\\{\\w+}$", "");
  }

  /** The name of the schema that the body of the request has. */
  Optional<String> asked() {
    return Optional.ofNullable(operation.getRequestBody())
        .flatMap(body -> SchemaRef.of(body.getContent()));
  }

  /** The name of the schema that the answer with this status has. */
  Optional<String> answered(String status) {
    return Optional.ofNullable(operation.getResponses().getAPIResponse(status))
        .map(APIResponse::getContent)
        .flatMap((Content content) -> SchemaRef.of(content));
  }

  /** The same of its success. */
  Optional<String> answered() {
    return answered("200").or(() -> answered("201"));
  }
}
