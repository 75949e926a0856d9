package org.grappe.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Hashes of what is asked and answered. */
public final class Digest {
  private static final MessageDigest SHA_256 = blank();

  private Digest() {}

  /** SHA-256. */
  public static byte[] of(byte[] bytes) {
    return sha256().digest(bytes);
  }

  /** SHA-256 of what comes piece by piece: copied, as looking for it takes longer. */
  public static MessageDigest sha256() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static MessageDigest blank() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Twelve bytes of it, as sixteen characters that are safe in a header. */
  public static String shortHash(byte[] bytes) {
    return shorten(of(bytes));
  }

  /** The same of a hash that is there already. */
  public static String shorten(byte[] hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 12));
  }

  public static String shortHash(String text) {
    return shortHash(text.getBytes(StandardCharsets.UTF_8));
  }
}
