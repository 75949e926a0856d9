package org.grappe.scdl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The official schema as data, and a check that owes nothing to the code it checks. */
final class TableSchema {
  private final JsonNode schema;

  TableSchema() {
    try (InputStream file = getClass().getResourceAsStream("/scdl/schema-2.1.1.json")) {
      schema = new ObjectMapper().readTree(file);
    } catch (IOException unread) {
      throw new IllegalStateException(unread);
    }
  }

  List<String> columns() {
    return items(schema.path("fields")).stream().map(field -> field.path("name").asText()).toList();
  }

  /** The faults of a row: the column, and the constraint that it breaks. */
  List<String> faults(Map<String, String> row) {
    List<String> faults = new ArrayList<>();
    for (JsonNode field : schema.path("fields")) {
      String name = field.path("name").asText();
      String value = row.getOrDefault(name, "");
      JsonNode rules = field.path("constraints");
      if (value.isEmpty()) {
        addIf(rules.path("required").asBoolean(), faults, name + " required");
      } else {
        addIf(!isOfType(field, value), faults, name + " type");
        addIf(breaks(rules, value), faults, name + " constraint");
      }
    }
    for (JsonNode group : schema.path("oneOfRequired")) {
      boolean none =
          items(group).stream().allMatch(name -> row.getOrDefault(name.asText(), "").isEmpty());
      addIf(none, faults, group + " required");
    }
    return faults;
  }

  private static boolean isOfType(JsonNode field, String value) {
    return switch (field.path("type").asText()) {
      case "date" -> isDate(value);
      case "number" -> value.matches("-?\\d+(\\.\\d+)?");
      case "boolean" ->
          items(field.path("trueValues")).stream().anyMatch(it -> it.asText().equals(value))
              || items(field.path("falseValues")).stream()
                  .anyMatch(it -> it.asText().equals(value));
      default -> true;
    };
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static boolean breaks(JsonNode rules, String value) {
    boolean pattern = rules.has("pattern") && !value.matches(rules.path("pattern").asText());
    boolean length = rules.has("maxLength") && value.length() > rules.path("maxLength").asInt();
    boolean choice =
        rules.has("enum")
            && items(rules.path("enum")).stream().noneMatch(it -> it.asText().equals(value));
    boolean isNumber = value.matches("-?\\d+(\\.\\d+)?");
    boolean small =
        rules.has("minimum")
            && isNumber
            && new BigDecimal(value).compareTo(rules.path("minimum").decimalValue()) < 0;
    boolean large =
        rules.has("maximum")
            && isNumber
            && new BigDecimal(value).compareTo(rules.path("maximum").decimalValue()) > 0;
    return pattern || length || choice || small || large;
  }

  private static List<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static void addIf(boolean broken, List<String> faults, String fault) {
    if (broken) {
      faults.add(fault);
    }
  }
}
