package org.grappe.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that is made once and then kept in a file. */
final class Secret {
  private static final int BYTES = 32;

  private Secret() {}

  /** The secret in this file; where there is none, 256 random bits in base64url. */
  static String in(Path file) throws IOException {
    String kept = Files.exists(file) ? Files.readString(file).strip() : "";
    return kept.isEmpty() ? made(file) : kept;
  }

  /** Written beside and moved, so that a stop half-way leaves no half secret. */
  private static String made(Path file) throws IOException {
    String secret = fresh();
    Path unfinished = OwnerOnly.file(file.resolveSibling(file.getFileName() + ".new"));
    Files.writeString(unfinished, secret + "\n", StandardOpenOption.SYNC);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    return secret;
  }

  /** 256 random bits in base64url. */
  static String fresh() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
