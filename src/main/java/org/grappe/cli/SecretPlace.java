package org.grappe.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;

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
      Files.createFile(file, ownerOnly(file));
      return new SecretPlace(null, file);
    } catch (FileAlreadyExistsException taken) {
      throw Failure.machine("key.file-exists", file);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  void keep(String secret) throws IOException {
    if (file == null) {
      terminal.out().println(secret);
      terminal.out().flush();
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
