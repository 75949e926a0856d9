package org.grappe.body;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.grappe.testing.Api;
import org.grappe.testing.BodyFields;
import org.grappe.testing.BodyFields.Field;
import org.grappe.testing.Effort;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.Test;

/**
 * Whatever stands in a field of a body is taken or refused with its pointer, and is never a failure
 * of the service.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AnyValueTest {
  /** A field gets each value, or one of so many; the next field the next ones. */
  private static final int EACH = Effort.of(2, 4);

  /** A string that no JSON encoder makes, to be exchanged for what it stands for. */
  private static final String SLOT = "(here)";

  /** Values of every JSON type, as they are written. */
  private static final List<String> TYPES =
      List.of(
          "null",
          "true",
          "5",
          "5.0",
          "1.5",
          "1e400",
          "1E2147483648",
          "-1E-2147483649",
          "\"text\"",
          "[]",
          "{}",
          "[{\"a\": [1]}]",
          "{\"a\": {\"b\": []}}");

  private static final List<String> TEXTS =
      List.of(
          "\"\"",
          "\"   \"",
          "\"\\t\\n\"",
          "\"\\u200B\\u2060\\uFEFF\"",
          "\"\\u00A0\\u3000\\u2800\\u3164\"",
          "\"\\uDB40\\uDC41\\uFE0F\"",
          "\"" + "a".repeat(100_000) + "\"",
          "\"" + "a-".repeat(50_000) + "\"",
          "\"\\u202Eאבג مرحبا😀\"",
          "\"a\\u0000b\"",
          "\"\\uD83D\"",
          "\"\\uDE00a\"",
          "\"//example.org\"",
          "\"{0} ' \\\\ \\u0007 $1\"");

  private final List<String> surprises = new CopyOnWriteArrayList<>();
  private final LongAdder calls = new LongAdder();

  @Test
  void a_field_takes_its_own_types_and_refuses_the_others_with_its_pointer() {
    OpenApi api = OpenApi.served();
    // an erasure looks at all that there is, so it comes before there is much
    api.operations().filter(AnyValueTest::isErasure).forEach(operation -> tryAll(api, operation));
    api.operations().filter(operation -> !isErasure(operation)).toList().parallelStream()
        .forEach(operation -> tryAll(api, operation));
    assertTrue(calls.sum() > 5_000 / EACH, "only " + calls);
    assertTrue(surprises.isEmpty(), surprises.size() + "\n" + String.join("\n", surprises));
  }

  private static boolean isErasure(Operation operation) {
    return operation.path().contains("/people/");
  }

  private void tryAll(OpenApi api, Operation operation) {
    List<Field> fields = BodyFields.of(api, operation);
    if (fields.isEmpty()) {
      return;
    }
    Scene scene = new Scene();
    String address = scene.address(operation);
    int turn = operation.toString().hashCode();
    for (Field field : fields) {
      List<String> values = new ArrayList<>(TYPES);
      if (field.isOf("string")) {
        values.addAll(TEXTS);
      }
      for (int i = Math.floorMod(turn++, EACH); i < values.size(); i += EACH) {
        String value = values.get(i);
        JsonNode body =
            BodyFields.with(
                scene.body(operation), field.pointer(), JsonNodeFactory.instance.textNode(SLOT));
        String text = body.toString().replace("\"" + SLOT + "\"", value);
        check(operation, field, value, send(operation, address, text));
      }
    }
  }

  private static HttpResponse<String> send(Operation operation, String address, String json) {
    boolean patches = operation.method().equals("PATCH");
    String type = patches ? "application/merge-patch+json" : "application/json";
    return Wire.call(operation.method(), address, type, json)
        .bearer(Api.ADMIN_KEY)
        .header("If-Match", "*")
        .send();
  }

  private void check(Operation operation, Field field, String value, HttpResponse<String> answer) {
    calls.increment();
    int status = answer.statusCode();
    String what =
        "%s %s = %s: %d %s"
            .formatted(
                operation,
                field.pointer(),
                value.substring(0, Math.min(40, value.length())),
                status,
                answer.body().substring(0, Math.min(300, answer.body().length())));
    boolean isRefused = status == 422 || status == 400;
    if (!isRefused && status != 200 && status != 201 && status != 409) {
      surprises.add(what);
    } else if (status == 422 && !tells(answer.body())) {
      surprises.add(what);
    } else if (status == 400 && !isUnreadable(value)) {
      surprises.add(what);
    } else if (status < 400 && value.equals("\"\"")) {
      surprises.add("takes nothing as a text " + what);
    } else if (status < 400 && isWrong(field, value)) {
      surprises.add("takes " + what);
    }
  }

  /** The place itself or one in it; or, where that is well formed, one that it disagrees with. */
  private static boolean tells(String answer) {
    return OpenApi.items(OpenApi.json(answer).path("errors"))
        .anyMatch(fault -> fault.path("pointer").asText().startsWith("/"));
  }

  /** What PostgreSQL cannot hold at all is no text to begin with. */
  private static boolean isUnreadable(String value) {
    return Set.of("\\u0000", "\\uD83D", "\\uDE00").stream().anyMatch(value::contains);
  }

  private static final Map<String, String> TYPE_OF = new LinkedHashMap<>();

  static {
    TYPE_OF.put("true", "boolean");
    TYPE_OF.put("5", "integer number");
    TYPE_OF.put("5.0", "integer number");
    TYPE_OF.put("1.5", "number");
    TYPE_OF.put("\"text\"", "string");
    TYPE_OF.put("[]", "array");
    TYPE_OF.put("{}", "object");
  }

  private static boolean isWrong(Field field, String value) {
    String types = TYPE_OF.get(value);
    boolean isOther =
        types != null
            && field.schema().has("type")
            && Set.of(types.split(" ")).stream().noneMatch(field::isOf);
    boolean isName = field.pointer().matches(".*/(name|title|person|otherNames/0|purpose)");
    boolean showsNothing = TEXTS.indexOf(value) > 0 && TEXTS.indexOf(value) < 6;
    return isOther || (isName && showsNothing);
  }
}
