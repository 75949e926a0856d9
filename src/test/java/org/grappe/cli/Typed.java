package org.grappe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Texts;
import org.grappe.testing.Api;

/** A command as somebody typed it, and what came of it. */
record Typed(int exitCode, String out, String err) {

  /** Where somebody sits: a directory, a language, variables, and what is typed when asked. */
  record Desk(Path directory, Map<String, String> environment, String answer) {
    /** That of an administrator of the service that is tested. */
    static Desk of(Path directory) {
      return new Desk(
          directory, Map.of("GRAPPE_URL", url(), "GRAPPE_KEY", Api.ADMIN_KEY, "LANG", "C"), null);
    }

    Desk with(String name, String value) {
      Map<String, String> more = new HashMap<>(environment);
      more.put(name, value);
      return new Desk(directory, more, answer);
    }

    Desk answering(String line) {
      return new Desk(directory, environment, line);
    }

    Typed type(String... words) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Terminal terminal =
          new Terminal(
              new ByteArrayInputStream(String.valueOf(answer).getBytes(UTF_8)),
              new PrintStream(out, true, UTF_8),
              new PrintStream(err, true, UTF_8),
              environment,
              answer != null,
              directory,
              Texts.of(environment, Locale.ENGLISH));
      int exitCode = CommandLines.of(terminal).execute(words);
      return new Typed(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
  }

  private static String url() {
    return RestAssured.baseURI + ":" + RestAssured.port;
  }

  /** This, where it ended so. */
  Typed ended(int expected) {
    assertEquals(expected, exitCode, out + err);
    return this;
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
