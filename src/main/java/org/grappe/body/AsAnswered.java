package org.grappe.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.grappe.value.Documents;

/**
 * Whether a patch only repeats what is written or answered: a value that follows from others, or a
 * list in the order of the answer, sent back, changes nothing.
 */
final class AsAnswered {
  private static final Set<String> OF_A_REFERENCE = Set.of("id", "name", "slug");

  private AsAnswered() {}

  /**
   * The patch without its lists of objects that stand in the answer just so: these may have members
   * that only answers have, and what is kept stays.
   */
  static MergePatch withoutLists(MergePatch patch, Supplier<?> answer) {
    List<String> lists =
        patch.patch().properties().stream()
            .filter(member -> member.getValue().path(0).isObject())
            .map(Map.Entry::getKey)
            .toList();
    if (lists.isEmpty()) {
      return patch;
    }
    JsonNode shown = asRequested(Documents.MAPPER.valueToTree(answer.get()));
    ObjectNode rest = patch.patch().deepCopy();
    lists.stream()
        .filter(name -> Documents.sayTheSame(rest.get(name), shown.get(name)))
        .forEach(rest::remove);
    return new MergePatch(rest);
  }

  /** Whether each member that would be written differently stands in the answer just so. */
  static boolean repeats(MergePatch patch, Object before, Object next, Supplier<?> answer) {
    JsonNode old = Documents.MAPPER.valueToTree(before);
    JsonNode written = Documents.MAPPER.valueToTree(next);
    Set<String> changed = new HashSet<>();
    Stream.of(old, written)
        .flatMap(tree -> tree.properties().stream())
        .map(Map.Entry::getKey)
        .filter(name -> !Documents.sayTheSame(old.get(name), written.get(name)))
        .forEach(changed::add);
    if (changed.isEmpty() || !changed.stream().allMatch(patch.patch()::has)) {
      return changed.isEmpty();
    }
    JsonNode shown = asRequested(Documents.MAPPER.valueToTree(answer.get()));
    return changed.stream()
        .allMatch(name -> Documents.sayTheSame(written.get(name), shown.get(name)));
  }

  /** An answer as a request would say it: a reference is its id, a region its code. */
  private static JsonNode asRequested(JsonNode node) {
    if (node.isArray()) {
      var list = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> list.add(asRequested(item)));
      return list;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    if (object.size() == 2 && object.has("code") && object.has("name")) {
      return object.get("code");
    }
    boolean refers =
        object.has("id")
            && object.has("name")
            && object.properties().stream().allMatch(e -> OF_A_REFERENCE.contains(e.getKey()));
    if (refers) {
      return object.get("id");
    }
    ObjectNode requested = JsonNodeFactory.instance.objectNode();
    object.properties().forEach(e -> requested.set(e.getKey(), asRequested(e.getValue())));
    return requested;
  }
}
