package org.grappe.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.grappe.problem.Messages;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemBody;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.table.ImportReport;
import org.grappe.table.LineFault;
import org.grappe.value.Violation;

/** A problem of each type, told by the code that tells the real ones. */
final class ProblemExamples {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "Idempotency-Key";
  private static final String VERSION = "If-Match";

  private static final LineFault FAULT =
      new LineFault(17L, "siren", "356000001", "siren", true, null);

  private static final DocumentTexts TEXTS = DocumentTexts.read();

  private ProblemExamples() {}

  private static String text(String key) {
    return TEXTS.text("problems", key).orElseThrow();
  }

  /** An example of this type, if its sentence needs nothing, or what it needs is known here. */
  static Optional<Example> of(ProblemType type, Messages wording) {
    return Optional.ofNullable(problem(type, wording))
        .map(problem -> ProblemBody.of(problem, wording, text("instance")))
        .map(body -> OASFactory.createExample().value(JSON.convertValue(body, Map.class)));
  }

  private static Problem problem(ProblemType type, Messages wording) {
    return switch (type) {
      case MALFORMED_REQUEST -> Problems.malformed("body.not-json", 3, 14);
      case INVALID_PARAMETER -> Problems.parameter("limit", "parameter.limit");
      case UNKNOWN_PARAMETER -> Problems.parameter("regoin", "parameter.unknown", "regoin");
      case NOT_FOUND -> Problems.notFound(text("missing"), "digital-palace");
      case DUPLICATE ->
          Problems.of(type, "duplicate.of", Problems.noun(text("duplicate")), "siren", "356000000");
      case MEMBERSHIP_OVERLAP, OUTSIDE_CLUSTER_LIFE -> Problems.of(type, text(type.slug()));
      case STILL_REFERENCED -> Problems.of(type, type.slug(), Problems.noun(text("referring")));
      case REQUEST_IN_PROGRESS, IDEMPOTENCY_KEY_REUSED -> Problems.header(type, KEY, type.slug());
      case STALE_VERSION, PRECONDITION_REQUIRED -> Problems.header(type, VERSION, type.slug());
      case PAYLOAD_TOO_LARGE -> Problems.of(type, type.slug(), 1 << 20);
      case URI_TOO_LONG -> Problems.of(type, type.slug(), 8 << 10);
      case HEADERS_TOO_LARGE -> Problems.of(type, type.slug(), 16 << 10);
      case UNSUPPORTED_MEDIA_TYPE -> Problems.of(type, type.slug(), "application/json");
      case NOT_IMPLEMENTED -> Problems.of(type, "method.unknown", "PROPFIND");
      case TOO_MANY_REQUESTS -> Problems.of(type, type.slug(), 1);
      case VALIDATION_FAILED ->
          Problems.validationFailed(
              List.of(
                  Violation.pointer("/name", "field.missing"),
                  Violation.pointer("/siren", "siren")));
      case IMPORT_REFUSED ->
          new ImportReport(200, null, null, 0, 199, 1, List.of(FAULT), null).refusal();
      default -> wording.has(type.slug()) ? Problems.of(type, type.slug()) : null;
    };
  }
}
