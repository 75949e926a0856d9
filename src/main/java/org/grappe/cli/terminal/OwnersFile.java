package org.grappe.cli.terminal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with secrets in it, which its owner alone can open from the moment it exists. */
public final class OwnersFile {
  private OwnersFile() {}

  /**
   * Makes an empty one.
   *
   * @throws FileAlreadyExistsException where there is one already
   */
  public static void make(Path file) throws IOException {
    Files.createFile(file, ownerOnly(file));
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
