package org.grappe.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.grappe.value.Violations;

/** Members of a JSON object that its record does not have. */
final class UnknownMembers {
  private UnknownMembers() {}

  /** Tells each of them. */
  static void refuse(ObjectNode object, Class<?> type, String at, Violations violations) {
    Set<String> known = Components.names(type);
    object
        .fieldNames()
        .forEachRemaining(
            name ->
                violations.addIf(
                    !known.contains(name), at + "/" + escape(name), "field.unknown", name));
  }

  /** A member's name as part of a JSON pointer (RFC 6901, 3). */
  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
