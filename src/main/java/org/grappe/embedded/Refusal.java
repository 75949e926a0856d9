package org.grappe.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Why the service does not start, or its database cannot be worked with, in one sentence of {@link
 * Texts} for the person who started it.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean mistyped;
  private final transient Object[] words;

  Refusal(String key, Object... words) {
    this(null, false, key, words);
  }

  private Refusal(Throwable cause, String key, Object... words) {
    this(cause, false, key, words);
  }

  private Refusal(Throwable cause, boolean mistyped, String key, Object... words) {
    super(key, cause);
    this.mistyped = mistyped;
    this.words = words.clone();
  }

  /** A setting that cannot be what was meant. */
  static Refusal mistyped(String key, Object... words) {
    return new Refusal(null, true, key, words);
  }

  static Refusal unusable(Path dataDirectory, IOException cause) {
    return new Refusal(cause, "start.directory-unusable", dataDirectory, cause);
  }

  static Refusal earlierSchema(Path dataDirectory) {
    return new Refusal("start.directory-earlier", dataDirectory);
  }

  static Refusal databaseDidNotStart(Path log, Throwable cause) {
    return new Refusal(cause, "start.database-not-started", log);
  }

  /** Whether a setting stands in the way, which is to be written anew whatever the machine does. */
  public boolean isMistyped() {
    return mistyped;
  }

  /** The sentence in a language. */
  public String in(Texts texts) {
    Object[] said =
        Arrays.stream(words)
            .map(word -> word instanceof IOException failed ? texts.reason(failed) : word)
            .toArray();
    return texts.say(getMessage(), said);
  }
}
