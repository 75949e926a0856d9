package org.grappe.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files and directories that only their owner can open, from the moment they exist. */
public final class OwnerOnly {
  private OwnerOnly() {}

  static Path directory(Path path) throws IOException {
    return Files.createDirectories(path, mode(path, "rwx------"));
  }

  /** An empty file, in the place of any that was there. */
  public static Path file(Path path) throws IOException {
    Files.deleteIfExists(path);
    return newFile(path);
  }

  /**
   * An empty file.
   *
   * @throws FileAlreadyExistsException where there is one already
   */
  public static Path newFile(Path path) throws IOException {
    return closed(Files.createFile(path, mode(path, "rw-------")));
  }

  /** The file as it is, or an empty one, to lock it. */
  static FileChannel channel(Path path) throws IOException {
    return FileChannel.open(
        path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), mode(path, "rw-------"));
  }

  private static FileAttribute<?>[] mode(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Where there are no modes (Windows), an access list of this user alone. Not of the owner: that
   * is a group, which PostgreSQL leaves, when an administrator makes the file.
   */
  private static Path closed(Path path) throws IOException {
    AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
    if (view != null) {
      view.setAcl(
          List.of(
              AclEntry.newBuilder()
                  .setType(AclEntryType.ALLOW)
                  .setPrincipal(
                      path.getFileSystem()
                          .getUserPrincipalLookupService()
                          .lookupPrincipalByName(System.getProperty("user.name")))
                  .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                  .build()));
    }
    return path;
  }
}
