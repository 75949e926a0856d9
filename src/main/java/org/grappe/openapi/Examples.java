package org.grappe.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Shows a whole body with each request and answer; a list's are made from its record's. */
final class Examples {
  private final OpenAPI api;
  private final List<ApiOperation> calls;
  private final ListOperations lists;
  private final DocumentTexts words;
  private final StreamExamples streams;

  Examples(OpenAPI api, List<ApiOperation> calls, ListOperations lists, DocumentTexts words) {
    this.api = api;
    this.calls = calls;
    this.lists = lists;
    this.words = words;
    this.streams = new StreamExamples(words);
  }

  void add() {
    api.getComponents().setExamples(new LinkedHashMap<>());
    for (ApiOperation call : calls) {
      if (call.hasBody()) {
        showBody(call);
      }
      showAnswer(call);
      if (call.kind() == ApiOperation.Kind.READ) {
        showDocument(call);
      }
      lists.of(call).ifPresent(found -> streams.show(call, found));
    }
  }

  /** A body that is no record, such as a file to import, has an example of its own. */
  private void showBody(ApiOperation call) {
    Content content = call.operation().getRequestBody().getContent();
    words
        .example(call.operation().getOperationId() + ".body")
        .ifPresentOrElse(
            body -> content.getMediaTypes().values().forEach(media -> media.setExample(body)),
            () -> show(content));
  }

  /**
   * What is no JSON of a schema, such as a calendar, has an example of its own, or one for each
   * type.
   */
  private void showDocument(ApiOperation call) {
    String own = call.operation().getOperationId() + ".";
    Content content = call.operation().getResponses().getAPIResponse("200").getContent();
    content
        .getMediaTypes()
        .forEach(
            (type, media) -> {
              if (!type.equals(ApiOperation.JSON)) {
                words
                    .example(own + type)
                    .or(() -> words.example(own + "document"))
                    .ifPresent(
                        document -> {
                          media.setExamples(null);
                          media.setExample(document);
                        });
              }
            });
  }

  /** A state change has an example of its own; else an answer's is that of its schema. */
  private void showAnswer(ApiOperation call) {
    String own = call.operation().getOperationId();
    for (APIResponse answer : call.operation().getResponses().getAPIResponses().values()) {
      if (answer.getContent() != null && words.example(own).isPresent()) {
        show(answer.getContent().getMediaType(ApiOperation.JSON), own, words.example(own).get());
      } else if (answer.getContent() != null) {
        show(answer.getContent());
      }
    }
  }

  private void show(Content content) {
    content
        .getMediaTypes()
        .values()
        .forEach(
            media ->
                SchemaRef.of(media.getSchema())
                    .ifPresent(name -> example(name).ifPresent(value -> show(media, name, value))));
  }

  private Optional<Object> example(String schema) {
    return words
        .example(schema)
        .or(
            () ->
                schema.endsWith("Page")
                    ? words
                        .example(schema.replaceFirst("Page$", ""))
                        .map(item -> Map.of("items", List.of(item)))
                    : Optional.empty());
  }

  private void show(MediaType media, String name, Object value) {
    api.getComponents().addExample(name, OASFactory.createExample().value(value));
    media.addExample(name, OASFactory.createExample().ref("#/components/examples/" + name));
  }
}
