package org.grappe.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A question before something is done. */
public final class Question {
  private Question() {}

  /**
   * Whether the person there says yes.
   *
   * @throws Failure where nobody is there to be asked: then {@code --yes} says so
   */
  public static boolean isAgreed(Terminal terminal, String key, Object... arguments) {
    if (!terminal.interactive()) {
      terminal.tell(key, arguments);
      throw Failure.usage("question.nobody");
    }
    terminal.err().print(terminal.texts().say(key, arguments));
    terminal.err().print(" " + terminal.texts().say("question.choice") + " ");
    terminal.err().flush();
    return isYes(line(terminal));
  }

  private static String line(Terminal terminal) {
    try {
      return new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))
          .readLine();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  private static boolean isYes(String answer) {
    return answer != null
        && switch (answer.strip().toLowerCase(Locale.ROOT)) {
          case "y", "yes", "o", "oui" -> true;
          default -> false;
        };
  }
}
