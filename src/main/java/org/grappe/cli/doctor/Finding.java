package org.grappe.cli.doctor;

import java.util.List;
import org.grappe.embedded.Texts;

/**
 * What was found of one thing.
 *
 * @param key of the sentence that says so; what to do is said under the same key with {@code .do}
 */
public record Finding(Grade grade, String subject, String key, List<Object> words) {
  /** How bad it is. */
  public enum Grade {
    FINE,
    WORRYING,
    WRONG
  }

  static Finding fine(String subject, String key, Object... words) {
    return new Finding(Grade.FINE, subject, key, List.of(words));
  }

  static Finding worrying(String subject, String key, Object... words) {
    return new Finding(Grade.WORRYING, subject, key, List.of(words));
  }

  static Finding wrong(String subject, String key, Object... words) {
    return new Finding(Grade.WRONG, subject, key, List.of(words));
  }

  /** Whether a service answered. */
  boolean isOfAnAnswer() {
    return key.equals("doctor.answers");
  }

  /** A line that says so, and where something is to be done, one that says what. */
  public String in(Texts texts) {
    String sign =
        switch (grade) {
          case FINE -> "ok  ";
          case WORRYING -> "!   ";
          case WRONG -> "!!  ";
        };
    String line = sign + texts.say(subject) + ": " + texts.say(key, words.toArray());
    return grade == Grade.FINE ? line : line + "\n      " + texts.say(key + ".do", words.toArray());
  }
}
