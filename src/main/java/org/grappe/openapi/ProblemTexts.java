package org.grappe.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.grappe.problem.Messages;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemBody;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.value.Violation;

/** What the document says of a type of problem, and an example. */
final class ProblemTexts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Messages ENGLISH = Messages.of("en");

  private final DocumentTexts words;

  ProblemTexts(DocumentTexts words) {
    this.words = words;
  }

  /** Told by the code that tells the real ones. */
  Map<?, ?> example(ProblemType type) {
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
          case "too-many-requests" -> Problems.of(type, type.slug(), 1);
          default -> Problems.of(type, type.slug());
        };
    return JSON.convertValue(ProblemBody.of(problem, ENGLISH, text("instance")), Map.class);
  }

  private String text(String key) {
    return words.text("problems", key).orElseThrow();
  }

  /** One type: when it is answered, and what to do. */
  static String line(ProblemType type) {
    String slug = type.slug();
    return "- `%s` (%d): %s"
        .formatted(slug, type.status(), ENGLISH.say("about." + slug, List.of()));
  }
}
