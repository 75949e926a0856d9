package org.grappe.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grappe.value.GivenUp;
import org.grappe.value.References;
import org.grappe.value.Violations;

/**
 * Reads a JSON object into a record and gathers every fault of shape on the way: unknown members,
 * wrong types, unknown enumeration values, impossible dates, references to nothing.
 */
final class BodyBinder {
  private final ReferenceResolver referred;
  private final Violations violations;

  BodyBinder(ReferenceResolver referred, Violations violations) {
    this.referred = referred;
    this.violations = violations;
  }

  /** The record, or null where the node is not an object. */
  <R> R read(JsonNode node, Class<R> type, String at) {
    if (!(node instanceof ObjectNode object)) {
      violations.add(at, "type.object");
      return null;
    }
    UnknownMembers.refuse(object, type, at, violations);
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String place = at + "/" + components[i].getName();
      JsonNode member = object.get(components[i].getName());
      values[i] =
          components[i].isAnnotationPresent(GivenUp.class)
              ? nulls(object)
              : value(member, components[i], place);
    }
    return Components.build(type, components, values);
  }

  private static Set<String> nulls(ObjectNode object) {
    Set<String> names = new TreeSet<>();
    object.properties().stream()
        .filter(member -> member.getValue().isNull())
        .forEach(member -> names.add(member.getKey()));
    return names;
  }

  private Object value(JsonNode node, RecordComponent component, String at) {
    Type type = component.getGenericType();
    References to = component.getAnnotation(References.class);
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      int most = Components.most(component);
      if (node != null && node.isArray() && node.size() > most) {
        violations.add(at, "items.max", most);
        return List.of();
      }
      return list(node, (Class<?>) list.getActualTypeArguments()[0], to, at);
    }
    return single(node, component.getType(), to, at);
  }

  private List<?> list(JsonNode node, Class<?> type, References to, String at) {
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      violations.add(at, "type.array");
      return List.of();
    }
    List<Object> values = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      String place = at + "/" + i;
      violations.addIf(node.get(i).isNull(), place, "type.null");
      Object value = single(node.get(i), type, to, place);
      if (value != null) {
        violations.addIf(to != null && values.contains(value), place, "reference.repeated");
        values.add(value);
      }
    }
    return values;
  }

  private Object single(JsonNode node, Class<?> type, References to, String at) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (to != null) {
      return node.isTextual()
          ? referred.find(to, node.textValue(), at, violations)
          : Scalars.wrong(at, "type.reference", violations);
    }
    if (!type.isRecord() || Scalars.reads(type)) {
      return Scalars.read(node, type, at, violations);
    }
    Shorthand shorthand = type.getAnnotation(Shorthand.class);
    return shorthand != null && node.isTextual()
        ? inShort(node, type, shorthand.value(), at)
        : read(node, type, at);
  }

  /** What is wrong with the member that a text stands for is wrong where the text is. */
  private Object inShort(JsonNode text, Class<?> type, String member, String at) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      boolean isSaid = components[i].getName().equals(member);
      values[i] = value(isSaid ? text : null, components[i], at);
    }
    return Components.build(type, components, values);
  }
}
