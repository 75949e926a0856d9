package org.grappe.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Violation;

/**
 * Problem details (RFC 9457) as they are answered.
 *
 * @param type a path under {@code /problems/} that answers with an explanation
 * @param title the type in a few words
 * @param status the HTTP status
 * @param detail what is wrong in this case
 * @param instance the path of the request
 * @param errors each fault with its place, for bad input; the first hundred
 * @param errorCount how many faults there are, told or not
 * @param members what the type tells besides
 */
@Schema(name = "Problem", description = "Problem details as in RFC 9457.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors", "errorCount"})
public record ProblemBody(
    @Schema(examples = "/problems/validation-failed") String type,
    @Schema(examples = "The body breaks a rule") String title,
    @Schema(examples = "422") int status,
    String detail,
    @Schema(examples = "/api/v1/clusters") String instance,
    List<FaultBody> errors,
    Integer errorCount,
    @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {

  private static final int MOST_FAULTS = 100;

  /** One fault: exactly one of the first three says where it lies. */
  @Schema(name = "Fault", description = "One fault; exactly one of the first three says where.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FaultBody(
      @Schema(description = "A JSON pointer into the body.", examples = "/siren") String pointer,
      @Schema(description = "The name of a query parameter.") String parameter,
      @Schema(description = "The name of a header.") String header,
      String detail) {}

  /** A problem, told to this caller. */
  public static ProblemBody of(Problem problem, Messages wording, String instance) {
    String slug = problem.type().slug();
    return new ProblemBody(
        "/problems/" + slug,
        wording.say("title." + slug, List.of()),
        problem.type().status(),
        wording.say(problem.key(), problem.args()),
        instance,
        problem.faults().stream()
            .limit(MOST_FAULTS)
            .map(fault -> faultBody(fault, wording))
            .toList(),
        problem.faults().isEmpty() ? null : problem.faults().size(),
        problem.members());
  }

  /** As it is sent: bytes, which no format that the request asked for can write in its own way. */
  public byte[] json(ObjectMapper mapper) {
    try {
      return JsonLine.of(mapper, this);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private static FaultBody faultBody(Violation fault, Messages wording) {
    String detail = wording.say(fault.key(), fault.args());
    return switch (fault.place()) {
      case pointer -> new FaultBody(fault.at(), null, null, detail);
      case parameter -> new FaultBody(null, fault.at(), null, detail);
      case header -> new FaultBody(null, null, fault.at(), detail);
    };
  }
}
