package org.grappe.openapi;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * The kinds of operation that the contract knows; a POST that makes a record is annotated with its
 * 201.
 */
enum OperationKind {
  LIST,
  /** All of a list, in a file. */
  EXPORT,
  READ,
  CREATE,
  ACT,
  CHANGE,
  DELETE;

  /**
   * That of an operation.
   *
   * @param answered the name of the schema that its success has
   */
  static OperationKind of(HttpMethod method, Optional<String> answered, Operation operation) {
    return switch (method) {
      case GET ->
          answered.filter(SchemaRef::isPage).isEmpty()
              ? READ
              : content(operation).hasMediaType(ApiOperation.JSON) ? LIST : EXPORT;
      case POST -> operation.getResponses().hasAPIResponse("201") ? CREATE : ACT;
      case PATCH -> CHANGE;
      case DELETE -> DELETE;
      default -> throw new IllegalStateException("the contract knows no " + method);
    };
  }

  private static Content content(Operation operation) {
    return operation.getResponses().getAPIResponse("200").getContent();
  }

  boolean reads() {
    return this == LIST || this == EXPORT || this == READ;
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
