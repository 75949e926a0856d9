package org.grappe.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.Messages;
import org.grappe.problem.ProblemType;

/** The problems that an operation can answer with: one response a status, with all its types. */
final class ProblemResponses {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(400, "Unreadable"),
          Map.entry(401, "Unauthenticated"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "NotFound"),
          Map.entry(406, "NotAcceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(412, "StaleVersion"),
          Map.entry(413, "PayloadTooLarge"),
          Map.entry(415, "UnsupportedMediaType"),
          Map.entry(422, "Invalid"),
          Map.entry(428, "PreconditionRequired"),
          Map.entry(503, "Unavailable"));

  /** Every other problem: 405, 429, 500, 504. */
  private static final String OTHER = "Problem";

  private static final Messages ENGLISH = Messages.of("en");

  private ProblemResponses() {}

  /** The names of the responses that a call can have, by status. */
  static Map<String, String> of(ApiOperation call) {
    Map<String, String> names = new TreeMap<>();
    statuses(call).forEach(status -> names.put(status.toString(), NAMES.get(status)));
    names.put("default", OTHER);
    return names;
  }

  private static List<Integer> statuses(ApiOperation call) {
    return NAMES.keySet().stream().filter(status -> canBe(status, call)).toList();
  }

  private static boolean canBe(int status, ApiOperation call) {
    return switch (status) {
      case 401, 503 -> call.isOfApi();
      case 403 -> call.isClosed() || call.looksBack();
      case 404 -> call.hasPathParameter();
      case 409 -> !call.kind().reads();
      case 412, 428 -> call.kind().needsVersion();
      case 413, 415 -> call.hasBody();
      case 422 -> call.hasBody() || call.kind().posts();
      default -> true;
    };
  }

  /** The responses by name. */
  static Map<String, APIResponse> components() {
    Map<String, APIResponse> responses = new TreeMap<>();
    NAMES.forEach(
        (status, name) -> responses.put(name, response(types(type -> type.status() == status))));
    responses.put(OTHER, response(types(type -> !NAMES.containsKey(type.status()))));
    return responses;
  }

  private static List<ProblemType> types(Predicate<ProblemType> which) {
    return Arrays.stream(ProblemType.values()).filter(which).toList();
  }

  private static APIResponse response(List<ProblemType> types) {
    MediaType media = OASFactory.createMediaType().schema(SchemaRef.to("Problem"));
    types.forEach(
        type ->
            ProblemExamples.of(type, ENGLISH)
                .ifPresent(example -> media.addExample(type.slug(), example)));
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(
                types.stream().map(ProblemResponses::line).collect(Collectors.joining("\n")))
            .content(OASFactory.createContent().addMediaType(ProblemAnswers.TYPE, media));
    header(response, "Content-Language", "ContentLanguage");
    switch (types.get(0).status()) {
      case 401 -> header(response, "WWW-Authenticate", "WWWAuthenticate");
      case 409, 503 -> header(response, "Retry-After", "RetryAfter");
      default -> {}
    }
    return response;
  }

  private static void header(APIResponse response, String name, String component) {
    response.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + component));
  }

  /** One type: when it is answered, and what to do. */
  private static String line(ProblemType type) {
    String slug = type.slug();
    return "- `%s` (%d): %s"
        .formatted(slug, type.status(), ENGLISH.say("about." + slug, List.of()));
  }
}
