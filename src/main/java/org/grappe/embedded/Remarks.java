package org.grappe.embedded;

import java.nio.file.Path;

/** What a start has to say once the service is up; {@code {api}} stands for its address. */
final class Remarks {
  static final String API = "{api}";
  static final String KEY_IS_CONFIGURED = "  administrator   the key in GRAPPE_ADMIN_KEY";
  static final String NOBODY_IS_ADMIN =
      "  administrator   no GRAPPE_ADMIN_KEY: keys made before and a provider's tokens alone can write";

  private Remarks() {}

  static String database(String which) {
    return "  database        " + which;
  }

  /** Names the file and not the key, since what a service prints is kept in logs. */
  static String keyIn(Path file) {
    return String.join(
        "\n",
        "  administrator   the key in " + file + "; to write:",
        "    curl -H \"Authorization: Bearer $(cat " + file + ")\" \\",
        "      -H 'Content-Type: application/json' \\",
        "      -d '{\"publisher\":\"ToulEco\",\"kind\":\"PRESS\",\"title\":\"An article\"}' \\",
        "      " + API + "/sources");
  }
}
