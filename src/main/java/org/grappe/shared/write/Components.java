package org.grappe.shared.write;

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
}
