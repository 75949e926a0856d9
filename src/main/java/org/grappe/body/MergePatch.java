package org.grappe.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A JSON merge patch (RFC 7396). */
public final class MergePatch {
  /** Its media type. */
  public static final String TYPE = "application/merge-patch+json";

  private final ObjectNode patch;

  MergePatch(ObjectNode patch) {
    this.patch = patch;
  }

  public ObjectNode patch() {
    return patch;
  }

  /** What of it a record of this type has; the rest is told once, by its name. */
  MergePatch of(Class<? extends Record> type) {
    return new MergePatch(patch.deepCopy().retain(Components.names(type)));
  }

  /** What the target becomes. */
  public ObjectNode applyTo(ObjectNode target) {
    return merge(target, patch);
  }

  /** The algorithm of RFC 7396, section 2. */
  private static ObjectNode merge(JsonNode target, ObjectNode patch) {
    ObjectNode result =
        target instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      if (member.getValue().isNull()) {
        result.remove(member.getKey());
      } else if (member.getValue() instanceof ObjectNode inner) {
        result.set(member.getKey(), merge(result.get(member.getKey()), inner));
      } else {
        result.set(member.getKey(), member.getValue());
      }
    }
    return result;
  }
}
