package org.grappe.cli.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What is asked of the interface: a path below {@code /api/v1}, with parameters.
 *
 * @param text as it stands in the address
 */
public record Target(String text) {

  /** A path such as {@code /clusters/digital-place}; its words are escaped. */
  public static Target of(String path) {
    StringBuilder escaped = new StringBuilder();
    for (String word : path.split("/")) {
      if (!word.isEmpty()) {
        escaped.append('/').append(escaped(word));
      }
    }
    return new Target(escaped.toString());
  }

  /** The same with a parameter; without it where there is no value. */
  public Target with(String name, Object value) {
    if (value == null) {
      return this;
    }
    String mark = text.indexOf('?') < 0 ? "?" : "&";
    return new Target(text + mark + escaped(name) + "=" + escaped(value.toString()));
  }

  private static String escaped(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
