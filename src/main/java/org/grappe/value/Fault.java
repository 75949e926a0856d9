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
public record Fault(Place place, String at, String key, List<Object> args) {

  /** Where in a request a fault lies; the name is the member of the answer that tells it. */
  public enum Place {
    pointer,
    parameter,
    header
  }

  public static Fault pointer(String pointer, String key, Object... args) {
    return new Fault(Place.pointer, pointer, key, List.of(args));
  }

  public static Fault parameter(String name, String key, Object... args) {
    return new Fault(Place.parameter, name, key, List.of(args));
  }

  public static Fault header(String name, String key, Object... args) {
    return new Fault(Place.header, name, key, List.of(args));
  }
}
