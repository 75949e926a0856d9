package org.grappe.body;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of an enumeration, by name. */
final class Choices {
  private Choices() {}

  /** Their names, as a fault tells them; nothing of another type. */
  static String of(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.joining(", "))
        : "";
  }

  static Optional<Object> named(String name, Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .map(Object.class::cast)
        .findFirst();
  }
}
