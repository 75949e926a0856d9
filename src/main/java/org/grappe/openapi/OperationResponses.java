package org.grappe.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.grappe.http.Formats;
import org.jboss.jandex.IndexView;

/** Gives each operation the answers that its kind can have, with their headers. */
final class OperationResponses {
  /** What has a schema of its own, whatever it shows. */
  private static final Map<String, String> FORMATS =
      Map.of(Formats.CSV, "Csv", Formats.NDJSON, "Ndjson", Formats.JSON_LD, "LinkedData");

  private final OpenAPI api;
  private final List<ApiOperation> calls;
  private final DocumentTexts words;

  private final AnswerHeaders headers;

  OperationResponses(OpenAPI api, List<ApiOperation> calls, IndexView index, DocumentTexts words) {
    this.api = api;
    this.calls = calls;
    this.words = words;
    this.headers = new AnswerHeaders(index);
  }

  void add() {
    new ProblemResponses(words)
        .components(AnswerHeaders.EVERYWHERE)
        .forEach(api.getComponents()::addResponse);
    // Some types tell more than all have (RFC 9457, 3.2).
    api.getComponents()
        .getSchemas()
        .get("Problem")
        .setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
    for (ApiOperation call : calls) {
      Map<String, APIResponse> answers = new TreeMap<>();
      call.operation()
          .getResponses()
          .getAPIResponses()
          .forEach(
              (status, answer) -> {
                if (status.startsWith("2")) {
                  answers.put(status, success(call, status, answer));
                }
              });
      if (call.canRepeat()) {
        answers.put("304", ref("NotModified"));
      }
      ProblemResponses.of(call).forEach((status, name) -> answers.put(status, ref(name)));
      call.operation().getResponses().setAPIResponses(answers);
    }
  }

  private APIResponse success(ApiOperation call, String status, APIResponse answer) {
    if (call.kind() == OperationKind.DELETE) {
      return ref("Deleted");
    }
    words
        .text("answers", call.id() + (status.equals("202") ? "Later" : ""))
        .or(() -> words.text("answers", call.kind().key()))
        .ifPresent(answer::setDescription);
    headers.of(call, status).forEach(header -> words.header(answer, header));
    FORMATS.forEach((type, schema) -> format(answer.getContent(), type, schema));
    return answer;
  }

  private static void format(Content content, String type, String schema) {
    if (content.hasMediaType(type)) {
      content.getMediaType(type).setSchema(SchemaRef.to(schema));
    }
  }

  private static APIResponse ref(String name) {
    return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
  }
}
