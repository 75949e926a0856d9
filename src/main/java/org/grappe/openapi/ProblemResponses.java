package org.grappe.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.Messages;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemBody;
import org.grappe.problem.ProblemType;
import org.grappe.problem.ProblemTypes;
import org.grappe.problem.Problems;
import org.grappe.value.Violation;

/**
 * The problems that an operation can answer with: one response for each status that is particular
 * to some operations, with all its types, and one for whatever any operation can answer.
 */
final class ProblemResponses {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Messages ENGLISH = Messages.of("en");

  private static final Map<Integer, String> NAMES =
      Map.of(
          401, "Unauthenticated",
          403, "Forbidden",
          404, "NotFound",
          409, "Conflict",
          412, "StaleVersion",
          422, "Invalid",
          428, "PreconditionRequired");

  /** Every other one. */
  private static final String OTHER = "Problem";

  private final DocumentTexts words;

  ProblemResponses(DocumentTexts words) {
    this.words = words;
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
      case 401, 403 -> call.isClosed() || call.looksBack();
      case 404 -> call.hasPathParameter();
      case 409 -> !call.kind().reads();
      case 412, 428 -> call.kind().needsVersion();
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
        OASFactory.createMediaType().schema(SchemaRef.to("Problem")).example(example(types.get(0)));
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(
                types.stream().map(ProblemResponses::line).collect(Collectors.joining("\n")))
            .content(OASFactory.createContent().addMediaType(ProblemAnswers.TYPE, media));
    if (!NAMES.containsKey(types.get(0).status())) {
      headers.forEach(header -> words.header(response, header));
    }
    words.header(response, "ContentLanguage");
    switch (types.get(0).status()) {
      case 401 -> words.header(response, "WWWAuthenticate");
      case 400, 409 -> words.header(response, "RetryAfter");
      default -> {}
    }
    return response;
  }

  /** Told by the code that tells the real ones. */
  private Map<?, ?> example(ProblemType type) {
    Problem problem =
        switch (type.slug()) {
          case "not-found" -> Problems.notFound(text("missing"), "digital-palace");
          case "duplicate" ->
              Problems.of(
                  type, "duplicate.of", Problems.noun(text("duplicate")), "siren", "356000000");
          case "stale-version", "precondition-required" ->
              Problems.header(type, "If-Match", type.slug());
          case "validation-failed" ->
              Problems.validationFailed(List.of(Violation.pointer("/name", "field.missing")));
          case "malformed-request" -> Problems.malformed("body.not-json", 3, 14);
          default -> Problems.of(type, type.slug());
        };
    return JSON.convertValue(ProblemBody.of(problem, ENGLISH, text("instance")), Map.class);
  }

  private String text(String key) {
    return words.text("problems", key).orElseThrow();
  }

  /** One type: when it is answered, and what to do. */
  private static String line(ProblemType type) {
    String slug = type.slug();
    return "- `%s` (%d): %s"
        .formatted(slug, type.status(), ENGLISH.say("about." + slug, List.of()));
  }
}
