package org.grappe.cli.remote;

import org.grappe.cli.terminal.Failure;

/** An API key or a token. It is told to the service alone: nothing that prints this shows it. */
public final class Key {
  private static final String SHAPE = "[\\x21-\\x7e]{1,8000}";
  private final String secret;

  private Key(String secret) {
    this.secret = secret;
  }

  static Key of(String text) {
    String stripped = text.strip();
    if (!stripped.matches(SHAPE)) {
      throw Failure.usage("key.shape");
    }
    return new Key(stripped);
  }

  String header() {
    return "Bearer " + secret;
  }

  @Override
  public String toString() {
    return "***";
  }
}
