package org.grappe.value;

import java.util.List;

/**
 * One thing that is wrong with a request, and where.
 *
 * @param place what {@code at} names
 * @param at a JSON pointer (RFC 6901), the name of a query parameter, or that of a header
 * @param key the sentence in the bundles {@code problems*.properties}
 * @param args what the sentence's {@code {0}}, {@code {1}} … stand for
 */
public record Violation(Place place, String at, String key, List<Object> args) {

  /** Where in a request a fault lies; the name is the member of the answer that tells it. */
  public enum Place {
    pointer,
    parameter,
    header
  }

  public static Violation pointer(String pointer, String key, Object... args) {
    return new Violation(Place.pointer, pointer, key, List.of(args));
  }

  public static Violation parameter(String name, String key, Object... args) {
    return new Violation(Place.parameter, name, key, List.of(args));
  }

  public static Violation header(String name, String key, Object... args) {
    return new Violation(Place.header, name, key, List.of(args));
  }
}
