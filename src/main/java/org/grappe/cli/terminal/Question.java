package org.grappe.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.grappe.embedded.Texts;

/** A question before something is done. */
public final class Question {
  private Question() {}

  /**
   * Whether the person there says yes.
   *
   * @throws Failure where nobody is there to be asked: then {@code --yes} says so
   */
  public static boolean isAgreed(Terminal terminal, String key, Object... arguments) {
    Texts texts = terminal.texts();
    String question = texts.say(key, arguments) + " " + texts.say("question.choice");
    if (!terminal.interactive()) {
      terminal.err().println(question);
      throw Failure.usage("question.nobody");
    }
    terminal.err().print(question + " ");
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
