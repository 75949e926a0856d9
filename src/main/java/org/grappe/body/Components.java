package org.grappe.body;

import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;

/** Reads the components of records, whatever their access. */
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

  /** How many items a list has at most. */
  static int most(RecordComponent list) {
    Size size = list.getAccessor().getAnnotation(Size.class);
    return size == null ? Integer.MAX_VALUE : size.max();
  }
}
