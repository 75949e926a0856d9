package org.grappe.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grappe.problem.Problems;
import org.grappe.value.References;
import org.grappe.value.Slugs;
import org.grappe.value.Violations;

/**
 * The records that a body refers to: gathered before it is read, so that each table is asked once,
 * however many there are.
 */
final class ReferenceResolver {
  private final Map<References, Set<String>> texts = new LinkedHashMap<>();
  private final Map<References, Map<String, Object>> found = new HashMap<>();

  private ReferenceResolver() {}

  /**
   * Those that a body of this type names, as far as it has its shape.
   *
   * @param before what was stored until now, and may name what has been deleted; or null
   */
  static ReferenceResolver in(
      JsonNode body, JsonNode before, Class<?> type, References.Finder finder) {
    ReferenceResolver referred = new ReferenceResolver();
    referred.gather(body, type);
    ReferenceResolver stored = new ReferenceResolver();
    stored.gather(before, type);
    referred.texts.forEach(
        (to, texts) -> {
          Map<String, Object> records = new HashMap<>();
          if (to.deletable()) {
            Set<String> named = stored.texts.getOrDefault(to, Set.of());
            texts.stream()
                .filter(named::contains)
                .forEach(text -> Slugs.id(text).ifPresent(id -> records.put(text, id)));
          }
          records.putAll(finder.find(to, texts));
          referred.found.put(to, records);
        });
    return referred;
  }

  private void gather(JsonNode node, Class<?> type) {
    if (node == null || !type.isRecord() || Scalars.reads(type)) {
      return;
    }
    Shorthand shorthand = type.getAnnotation(Shorthand.class);
    for (RecordComponent component : type.getRecordComponents()) {
      boolean isShort =
          shorthand != null && node.isTextual() && component.getName().equals(shorthand.value());
      JsonNode member = isShort ? node : node.get(component.getName());
      if (member != null) {
        gather(member, component);
      }
    }
  }

  private void gather(JsonNode member, RecordComponent component) {
    boolean isList = component.getType() == List.class;
    Class<?> type = isList ? itemType(component.getGenericType()) : component.getType();
    References to = component.getAnnotation(References.class);
    if (!isList) {
      gather(member, type, to);
    } else if (member.size() <= Components.most(component)) {
      member.forEach(item -> gather(item, type, to));
    }
  }

  private void gather(JsonNode node, Class<?> type, References to) {
    if (to == null) {
      gather(node, type);
    } else if (node.isTextual()) {
      texts.computeIfAbsent(to, none -> new LinkedHashSet<>()).add(node.textValue());
    }
  }

  private static Class<?> itemType(Type list) {
    return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
  }

  /** What a text of the body stands for; null after a fault where there is no such record. */
  Object find(References to, String text, String at, Violations violations) {
    boolean isNowhere = !to.nowhere().isEmpty() && text.equals(to.nowhere());
    Object record = isNowhere ? References.NOWHERE : found.getOrDefault(to, Map.of()).get(text);
    violations.addIf(
        record == null, at, "reference.unknown", Problems.noun(to.table()), shown(text));
    return record;
  }

  /** What is no name of anything stands between quotes, or it would not be seen where it ends. */
  private static String shown(String text) {
    boolean isWord = !text.isEmpty() && text.codePoints().allMatch(ReferenceResolver::isPlain);
    return isWord ? text : "\"" + text + "\"";
  }

  private static boolean isPlain(int letter) {
    return Character.isLetterOrDigit(letter) || letter == '-';
  }
}
