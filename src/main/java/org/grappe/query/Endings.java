package org.grappe.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * What lists of a format that their address names do not take. Where {@code Accept} alone asks for
 * the format, the address is that of the pages and takes what they take.
 */
final class Endings {
  /** What is asked of pages alone, for all else is the whole. */
  private static final List<String> OF_PAGES = List.of("cursor", "count", Expansions.PARAMETER);

  private Endings() {}

  /** That, and others. */
  static Stream<String> ofPages(String... others) {
    return Stream.concat(OF_PAGES.stream(), Stream.of(others));
  }

  /** The parameters that the address of a list has no use for. */
  static Stream<String> untaken(String path) {
    if (path.endsWith(".ndjson")) {
      return Stream.concat(ofPages("limit"), CsvDialect.PARAMETERS.stream());
    }
    return path.endsWith(".csv") || path.endsWith(".tableschema.json")
        ? ofPages("limit")
        : Stream.empty();
  }
}
