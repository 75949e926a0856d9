package org.grappe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.OwnerOnly;

/** Where a secret goes that is told once. */
final class SecretPlace {
  private final Terminal terminal;
  private final Path file;

  private SecretPlace(Terminal terminal, Path file) {
    this.terminal = terminal;
    this.file = file;
  }

  /** What the command writes: a line with the secret, and nothing else. */
  static SecretPlace out(Terminal terminal) {
    return new SecretPlace(terminal, null);
  }

  /** A new file, which its owner alone can open. */
  static SecretPlace file(Path file) throws IOException {
    try {
      OwnerOnly.newFile(file);
      return new SecretPlace(null, file);
    } catch (FileAlreadyExistsException taken) {
      throw Failure.machine("key.file-exists", file);
    }
  }

  /**
   * Writes it.
   *
   * @throws Failure where nobody takes it
   */
  void keep(String secret) throws IOException {
    if (file == null) {
      try {
        terminal.answers().write((secret + "\n").getBytes(UTF_8));
      } catch (Failure closed) {
        // however it was: a key that nobody has is said
        throw Failure.machine("failed.pipe");
      }
    } else {
      Files.writeString(file, secret + "\n");
    }
  }

  /** There is none. */
  void giveUp() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
