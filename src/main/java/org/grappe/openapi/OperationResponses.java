package org.grappe.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.grappe.http.Formats;
import org.jboss.jandex.IndexView;

/** Gives each operation the answers that its kind can have, with their headers. */
final class OperationResponses {
  private final OpenAPI api;
  private final List<ApiOperation> calls;
  private final DocumentTexts words;
  private final Headers headers;

  OperationResponses(OpenAPI api, List<ApiOperation> calls, IndexView index, DocumentTexts words) {
    this.api = api;
    this.calls = calls;
    this.words = words;
    this.headers = new Headers(index);
  }

  void add() {
    ProblemResponses.components().forEach(api.getComponents()::addResponse);
    // Some types tell more than all have (RFC 9457, 3.2).
    api.getComponents()
        .getSchemas()
        .get("Problem")
        .setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
    for (ApiOperation call : calls) {
      Map<String, APIResponse> answers = new TreeMap<>();
      success(call, answers);
      ProblemResponses.of(call).forEach((status, name) -> answers.put(status, ref(name)));
      call.operation().getResponses().setAPIResponses(answers);
    }
  }

  private void success(ApiOperation call, Map<String, APIResponse> answers) {
    switch (call.kind()) {
      case DELETE -> answers.put("204", ref("Deleted"));
      case CREATE ->
          answers.put(
              "201", described(call, made(call).map(OperationResponses::json).orElse(given(call))));
      case ACT -> answers.put("200", described(call, acted(call)));
      default -> answers.put("200", described(call, given(call)));
    }
    later(call, answers);
    if (call.kind() == ApiOperation.Kind.LIST) {
      for (String type : List.of(Formats.CSV, Formats.NDJSON)) {
        MediaType media = answers.get("200").getContent().getMediaType(type);
        if (media != null) {
          media.setSchema(OASFactory.createSchema().addType(SchemaType.STRING));
        }
      }
    }
    if (call.kind() == ApiOperation.Kind.READ) {
      linked(answers.get("200"));
    }
    if (call.kind().reads() && call.isOfApi()) {
      answers.put("304", ref("NotModified"));
    }
  }

  /** What takes long is answered before it is done, with where to ask how far it is. */
  private void later(ApiOperation call, Map<String, APIResponse> answers) {
    APIResponse later = call.operation().getResponses().getAPIResponse("202");
    if (later != null) {
      answers.put("202", described(call, later));
      later.addHeader("Location", OASFactory.createHeader().ref("#/components/headers/Location"));
      words
          .text("answers", call.operation().getOperationId() + "Later")
          .ifPresent(later::setDescription);
    }
  }

  /** JSON-LD has members of its own, those of schema.org. */
  private static void linked(APIResponse answer) {
    if (answer.getContent() != null) {
      MediaType media = answer.getContent().getMediaType(Formats.JSON_LD);
      if (media != null && answer.getContent().getMediaType(ApiOperation.JSON) != null) {
        media.setSchema(
            OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true)));
      }
    }
  }

  private static APIResponse given(ApiOperation call) {
    return call.operation().getResponses().getAPIResponse("200");
  }

  /** What a state change answers, where the method does not say: the record it hangs on. */
  private APIResponse acted(ApiOperation call) {
    return call.answered("200").isPresent()
        ? given(call)
        : read(call.path().replaceFirst("/[^/]+$", ""))
            .map(OperationResponses::json)
            .orElse(given(call));
  }

  private Optional<String> made(ApiOperation call) {
    return calls.stream()
        .filter(other -> other.kind() == ApiOperation.Kind.READ && other.hasPathParameter())
        .filter(other -> other.path().matches("\\Q" + call.path() + "\\E/\\{\\w+}"))
        .flatMap(other -> other.answered().stream())
        .findFirst();
  }

  private Optional<String> read(String path) {
    return calls.stream()
        .filter(other -> other.kind() == ApiOperation.Kind.READ && other.path().equals(path))
        .flatMap(other -> other.answered().stream())
        .findFirst();
  }

  private APIResponse described(ApiOperation call, APIResponse answer) {
    words
        .text("answers", call.operation().getOperationId())
        .or(() -> words.text("answers", call.kind().key()))
        .ifPresent(answer::setDescription);
    for (String header : headers.of(call)) {
      answer.addHeader(
          words.text("headers", header).orElse(header),
          OASFactory.createHeader().ref("#/components/headers/" + header));
    }
    return answer;
  }

  private static APIResponse json(String schema) {
    Schema ref = SchemaRef.to(schema);
    return OASFactory.createAPIResponse()
        .content(
            OASFactory.createContent()
                .addMediaType(ApiOperation.JSON, OASFactory.createMediaType().schema(ref)));
  }

  private static APIResponse ref(String name) {
    return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
  }
}
