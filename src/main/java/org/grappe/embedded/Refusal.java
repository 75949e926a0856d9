package org.grappe.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Why the service does not start, or its database cannot be worked with, in one sentence for the
 * person who started it.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String sentence) {
    super(sentence);
  }

  private Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  static Refusal unusable(Path dataDirectory, IOException cause) {
    return new Refusal(
        "The data directory " + dataDirectory + " cannot be used (" + cause + ").", cause);
  }

  static Refusal earlierSchema(Path dataDirectory) {
    return new Refusal(
        "The data directory "
            + dataDirectory
            + " holds the tables of a Grappe from before its first release, which this one does"
            + " not take over: move it away to start with an empty one, or set GRAPPE_DATA_DIR to"
            + " another directory.");
  }

  static Refusal databaseDidNotStart(Path log, Throwable cause) {
    return new Refusal("The embedded PostgreSQL did not start: " + log + " says why.", cause);
  }
}
