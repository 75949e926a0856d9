package org.grappe.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.zip.CRC32;
import org.grappe.value.Digest;

/**
 * The text of an API key: {@code grp_}, then 256 random bits and their CRC-32 as 48 characters of
 * base64url, so that a typing error is told from a key that is no longer taken.
 */
final class ApiKey {
  static final String PREFIX = "grp_";
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private ApiKey() {}

  /** A key that nobody has. */
  static String make() {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    byte[] key = ByteBuffer.allocate(RANDOM_BYTES + 4).put(random).putInt(sum(random)).array();
    return PREFIX + Base64.getUrlEncoder().encodeToString(key);
  }

  /** Whether a text could have been given out: its checksum is right. */
  static boolean isIntact(String text) {
    if (!text.startsWith(PREFIX)) {
      return false;
    }
    try {
      ByteBuffer key =
          ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
      byte[] random = new byte[RANDOM_BYTES];
      return key.remaining() == RANDOM_BYTES + 4 && key.get(random).getInt() == sum(random);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** What is kept of a key; for so many random bits, a fast hash is as good as a slow one. */
  static byte[] hash(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static int sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return (int) sum.getValue();
  }
}
