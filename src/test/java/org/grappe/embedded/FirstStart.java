package org.grappe.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * The data that a first start makes, kept for those that need not be one: most of a first start's
 * time goes into PostgreSQL's programs, which are unpacked, its cluster, and the demo data.
 */
final class FirstStart {
  private static Path kept;

  private FirstStart() {}

  /** Gives this directory the data of a service that was started once and stopped. */
  static synchronized void copied(Path directory) throws IOException, InterruptedException {
    if (kept == null) {
      Path made = Files.createTempDirectory("grappe-first-start");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
      PackagedService.in(made, Map.of()).ready().terminated();
      kept = made.resolve("data");
    }
    copy(kept, directory.resolve("data"));
  }

  private static void delete(Path made) {
    try {
      FileUtils.deleteDirectory(made.toFile());
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  /** With its modes; the programs are the same files under another name. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : (Iterable<Path>) all::iterator) {
        Path other = to.resolve(from.relativize(one).toString());
        if (one.startsWith(from.resolve("programs")) && Files.isRegularFile(one)) {
          Files.createLink(other, one);
        } else {
          Files.copy(one, other, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
