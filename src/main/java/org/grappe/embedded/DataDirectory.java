package org.grappe.embedded;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an embedded database lives, held by one service at a time. The operating system releases
 * the lock, however the service ends.
 *
 * @param root the directory, absolute and without symbolic links
 * @param lock kept here, for a lock is lost with its channel
 */
record DataDirectory(Path root, FileLock lock) {

  /** Makes the directory where it is missing and takes it for this service. */
  static DataDirectory held(Path configured) {
    return free(configured)
        .orElseThrow(() -> new Refusal("start.directory-held", configured.toAbsolutePath()));
  }

  /** The same; empty where another has it. */
  static Optional<DataDirectory> free(Path configured) {
    try {
      Path root = OwnerOnly.directory(configured.toAbsolutePath()).toRealPath();
      FileLock lock = OwnerOnly.channel(root.resolve("lock")).tryLock();
      return Optional.ofNullable(lock).map(its -> new DataDirectory(root, its));
    } catch (IOException unusable) {
      throw Refusal.unusable(configured.toAbsolutePath(), unusable);
    }
  }

  /** Whether nobody has it now. */
  static boolean isFree(Path configured) {
    Optional<DataDirectory> free = free(configured);
    try {
      if (free.isPresent()) {
        free.get().lock().channel().close();
      }
    } catch (IOException unusable) {
      throw Refusal.unusable(configured.toAbsolutePath(), unusable);
    }
    return free.isPresent();
  }

  Path adminKey() {
    return root.resolve("admin-key");
  }

  /** The password of the service's own role. */
  Path password() {
    return root.resolve("postgresql-password");
  }

  /** The password of the database's superuser, as long as the cluster is made. */
  Path superuser() {
    return root.resolve("postgresql-superuser");
  }

  /** Exists once the superuser has another password than the service's role. */
  Path superuserApart() {
    return root.resolve("postgresql-superuser.apart");
  }

  /** PostgreSQL's own data directory. */
  Path cluster() {
    return root.resolve("postgresql");
  }

  /** Exists while the cluster is made: what was left half-made is made anew. */
  Path unfinished() {
    return root.resolve("postgresql.unfinished");
  }

  /** What PostgreSQL has said since the last start. */
  Path log() {
    return root.resolve("postgresql.log");
  }

  /** Where PostgreSQL's programs are unpacked; nothing else runs from there. */
  Path programs() {
    return root.resolve("programs");
  }
}
