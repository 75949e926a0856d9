package org.grappe.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Holds a JSON value against a schema of the document, and takes no member that the schema does not
 * tell: the service's answers shall be documented, not merely permitted.
 */
public final class SchemaCheck {
  private final OpenApi api;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(OpenApi api) {
    this.api = api;
  }

  /** What of the value the schema does not say, or says otherwise. */
  public static List<String> faults(OpenApi api, JsonNode schema, JsonNode value) {
    SchemaCheck check = new SchemaCheck(api);
    check.check(schema, value, "");
    return check.faults;
  }

  private void check(JsonNode said, JsonNode value, String at) {
    JsonNode schema = api.resolve(said);
    if (schema.has("anyOf")) {
      checkAny(schema.get("anyOf"), value, at);
      return;
    }
    if (isAnything(schema)) {
      return;
    }
    fault(!isOfType(schema, value), at, "is no " + schema.path("type"));
    fault(schema.has("enum") && !contains(schema.get("enum"), value), at, "is not in the list");
    fault(!fits(schema, value), at, "does not match " + schema.path("pattern"));
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.path("items"), value.get(i), at + "/" + i);
      }
    }
    if (value.isObject()) {
      checkMembers(schema, value, at);
    }
  }

  /** A schema that says of a value only what it is about. */
  private static boolean isAnything(JsonNode schema) {
    return OpenApi.members(schema)
        .allMatch(member -> List.of("description", "examples").contains(member.getKey()));
  }

  private void checkMembers(JsonNode schema, JsonNode value, String at) {
    OpenApi.items(schema.path("required"))
        .forEach(name -> fault(!value.has(name.asText()), at + "/" + name.asText(), "is missing"));
    OpenApi.members(value)
        .forEach(
            member -> {
              String place = at + "/" + member.getKey();
              JsonNode part = schema.path("properties").path(member.getKey());
              boolean isOpen = schema.path("additionalProperties").asBoolean();
              fault(part.isMissingNode() && !isOpen, place, "is not documented");
              if (!part.isMissingNode()) {
                check(part, member.getValue(), place);
              }
            });
  }

  private void checkAny(JsonNode choices, JsonNode value, String at) {
    fault(
        OpenApi.items(choices).noneMatch(choice -> faults(api, choice, value).isEmpty()),
        at,
        "is none of " + choices);
  }

  private static boolean isOfType(JsonNode schema, JsonNode value) {
    JsonNode type = schema.path("type");
    return type.isMissingNode()
        || (type.isArray()
            ? OpenApi.items(type).anyMatch(one -> isOfType(one.asText(), value))
            : isOfType(type.asText(), value));
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "integer" -> value.isIntegralNumber();
      default -> value.getNodeType().name().equalsIgnoreCase(type);
    };
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    return OpenApi.items(list).anyMatch(value::equals);
  }

  private static boolean fits(JsonNode schema, JsonNode value) {
    return !schema.has("pattern")
        || !value.isTextual()
        || Pattern.compile(schema.get("pattern").asText()).matcher(value.asText()).find();
  }

  private void fault(boolean wrong, String at, String what) {
    if (wrong) {
      faults.add((at.isEmpty() ? "it" : at) + " " + what);
    }
  }
}
