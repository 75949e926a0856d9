package org.grappe.merger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.grappe.problem.Problems;
import org.grappe.value.Slugs;
import org.grappe.value.Violations;

/**
 * Which memberships of the day before their cluster ended go on in the one that takes it over.
 *
 * @param all whether each does
 * @param memberships those that do, where not all do
 */
record Carried(boolean all, List<UUID> memberships) {
  static final Carried NOBODY = new Carried(false, List.of());
  private static final Carried EVERYBODY = new Carried(true, List.of());
  private static final String ALL = "ALL";

  /** How many can be named; whoever carries more carries all. */
  private static final int MOST = 20_000;

  /** What a body says, once it has been checked. */
  static Carried of(JsonNode said) {
    if (said == null) {
      return NOBODY;
    }
    return said.isTextual()
        ? EVERYBODY
        : new Carried(
            false,
            StreamSupport.stream(said.spliterator(), false)
                .map(id -> Slugs.id(id.textValue()).orElseThrow())
                .toList());
  }

  static void check(JsonNode said, String at, Violations violations) {
    if (said == null || (said.isTextual() && ALL.equals(said.textValue()))) {
      return;
    }
    if (!said.isArray()) {
      violations.add(at, "merger.carried");
    } else if (said.size() > MOST) {
      violations.add(at, "items.max", MOST);
    } else {
      items(said, at, violations);
    }
  }

  private static void items(JsonNode list, String at, Violations violations) {
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String place = at + "/" + i;
      UUID id = list.get(i).isTextual() ? Slugs.id(list.get(i).textValue()).orElse(null) : null;
      violations.addIf(id == null, place, "type.id");
      violations.addIf(id != null && !seen.add(id), place, "reference.repeated");
    }
  }

  /**
   * What a parameter says.
   *
   * @throws org.grappe.problem.Problem {@code invalid-parameter}
   */
  static Carried parameter(String text) {
    if (text == null) {
      return NOBODY;
    }
    return isAll(text)
        ? EVERYBODY
        : new Carried(
            false,
            Arrays.stream(text.split(",", -1))
                .map(
                    id ->
                        Slugs.id(id.strip())
                            .orElseThrow(() -> Problems.parameter("carried", "merger.carried")))
                .distinct()
                .toList());
  }

  private static boolean isAll(String text) {
    return text.strip().equalsIgnoreCase(ALL);
  }
}
