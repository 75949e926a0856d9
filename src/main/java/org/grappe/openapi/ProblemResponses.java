package org.grappe.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.ProblemType;
import org.grappe.problem.ProblemTypes;

/**
 * The problems that an operation can answer with: one response for each status that is particular
 * to some operations, with all its types, and one for whatever any operation can answer.
 */
final class ProblemResponses {
  private static final Map<Integer, String> NAMES =
      Map.of(
          401, "Unauthenticated",
          403, "Forbidden",
          404, "NotFound",
          409, "Conflict",
          412, "StaleVersion",
          422, "Invalid",
          428, "PreconditionRequired",
          429, "TooManyRequests");

  /** Headers that problems of one status alone have. */
  private static final Map<String, Integer> PARTICULAR =
      Map.of("Allow", 405, "Existing", 409, "Anew", 410, "AcceptPatch", 415, "AcceptPost", 415);

  /** Every other one. */
  private static final String OTHER = "Problem";

  private final DocumentTexts words;
  private final ProblemTexts texts;

  ProblemResponses(DocumentTexts words) {
    this.words = words;
    this.texts = new ProblemTexts(words);
  }

  /** The names of the responses that a call can have, by status. */
  static Map<String, String> of(ApiOperation call) {
    Map<String, String> names = new TreeMap<>();
    NAMES.forEach(
        (status, name) -> {
          if (canBe(status, call)) {
            names.put(status.toString(), name);
          }
        });
    names.put("default", OTHER);
    return names;
  }

  private static boolean canBe(int status, ApiOperation call) {
    return switch (status) {
      case 401 -> call.isClosed() || call.isOfApi();
      case 403 -> call.isClosed() || call.looksBack();
      case 404 -> call.hasPathParameter();
      case 409 -> !call.kind().reads() || call.looksBack();
      case 412, 428 -> call.kind().needsVersion();
      case 429 -> true;
      default -> call.hasBody() || call.kind().posts();
    };
  }

  /** The responses by name; the headers of every answer are told with the last. */
  Map<String, APIResponse> components(List<String> headers) {
    Map<String, APIResponse> responses = new TreeMap<>();
    ProblemTypes.all().stream()
        .collect(Collectors.groupingBy(type -> NAMES.getOrDefault(type.status(), OTHER)))
        .forEach((name, types) -> responses.put(name, response(types, headers)));
    return responses;
  }

  private APIResponse response(List<ProblemType> types, List<String> headers) {
    MediaType media =
        OASFactory.createMediaType()
            .schema(SchemaRef.to("Problem"))
            .example(texts.example(types.get(0)));
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(types.stream().map(ProblemTexts::line).collect(Collectors.joining("\n")))
            .content(OASFactory.createContent().addMediaType(ProblemAnswers.TYPE, media));
    if (!NAMES.containsKey(types.get(0).status())) {
      headers.forEach(header -> words.header(response, header));
    }
    words.header(response, "ContentLanguage");
    switch (types.get(0).status()) {
      case 401 -> words.header(response, "WWWAuthenticate");
      case 400, 409, 429 -> words.header(response, "RetryAfter");
      default -> {}
    }
    PARTICULAR.entrySet().stream()
        .filter(header -> types.stream().anyMatch(type -> type.status() == header.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(header -> words.header(response, header));
    return response;
  }
}
