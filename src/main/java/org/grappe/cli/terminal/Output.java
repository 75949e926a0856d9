package org.grappe.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The standard output in UTF-8, which knows why nobody takes it: Java's own forgets it. */
final class Output extends PrintStream {
  private final Noted noted;

  private Output(Noted noted) {
    super(noted, false, StandardCharsets.UTF_8);
    this.noted = noted;
  }

  static Output to(OutputStream stream) {
    return new Output(new Noted(stream));
  }

  /** Whether its reader has gone, as {@code head} does, and not a disk is full. */
  boolean isPipeClosed() {
    // in the words of the system, which has this one in each of its languages
    return noted.reason.toLowerCase(Locale.ROOT).contains("pipe");
  }

  /** Notes why it could not write. */
  private static final class Noted extends FilterOutputStream {
    private String reason = "";

    Noted(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException refused) {
        reason = String.valueOf(refused.getMessage());
        throw refused;
      }
    }
  }
}
