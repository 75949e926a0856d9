package org.grappe.format;

import java.util.Map;

/** A record that search engines can be told of too, as JSON-LD. */
public interface LinkedData {

  /**
   * What it is in the words of schema.org.
   *
   * @param base the address of this service, without a slash at its end
   */
  Map<String, Object> linkedData(String base);
}
