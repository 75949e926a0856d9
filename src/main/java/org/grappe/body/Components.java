package org.grappe.body;

import jakarta.validation.constraints.Size;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.grappe.value.GivenUp;

/** Reads the components of records and builds records of them, whatever their access. */
final class Components {
  private Components() {}

  static Object get(Object owner, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException unread) {
      throw new IllegalStateException("cannot read " + component.getName(), unread);
    }
  }

  static Set<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !component.isAnnotationPresent(GivenUp.class))
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  /** How many items a list has at most. */
  static int most(RecordComponent list) {
    Size size = list.getAccessor().getAnnotation(Size.class);
    return size == null ? Integer.MAX_VALUE : size.max();
  }

  /** The record that has these values; what is missing of a primitive type is false or nought. */
  static <R> R build(Class<R> type, RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    for (int i = 0; i < types.length; i++) {
      values[i] = values[i] == null && types[i].isPrimitive() ? nought(types[i]) : values[i];
    }
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException unbuilt) {
      throw new IllegalStateException("cannot build " + type.getSimpleName(), unbuilt);
    }
  }

  private static Object nought(Class<?> primitive) {
    return Array.get(Array.newInstance(primitive, 1), 0);
  }
}
