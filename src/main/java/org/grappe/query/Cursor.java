package org.grappe.query;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Where a page ended: the last row's place in the order, so that the next page is found by an index
 * however far it is and whatever comes or goes.
 *
 * @param query a fingerprint of the filters and the sort that the cursor belongs to
 * @param day the day for which the list is told
 * @param id the last row's id
 * @param key the last row's sort key as text
 */
record Cursor(String query, Optional<LocalDate> day, UUID id, String key) {
  private static final int MAC_BYTES = 16;

  /** The cursor as the caller sees it: opaque, and signed so that it can't be made up. */
  String sign(byte[] secret) {
    String text =
        String.join("\n", query, day.map(LocalDate::toString).orElse(""), id.toString(), key);
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    byte[] signed = Arrays.copyOf(mac(payload, secret), MAC_BYTES + payload.length);
    System.arraycopy(payload, 0, signed, MAC_BYTES, payload.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  /**
   * Reads what {@link #sign} wrote.
   *
   * @throws org.grappe.problem.Problem {@code invalid-cursor} if it was not signed here
   */
  static Cursor read(String text, byte[] secret) {
    byte[] signed;
    try {
      signed = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
    if (signed.length <= MAC_BYTES) {
      throw invalid();
    }
    byte[] payload = Arrays.copyOfRange(signed, MAC_BYTES, signed.length);
    if (!MessageDigest.isEqual(mac(payload, secret), Arrays.copyOf(signed, MAC_BYTES))) {
      throw invalid();
    }
    String[] parts = new String(payload, StandardCharsets.UTF_8).split("\n", 4);
    return new Cursor(
        parts[0],
        parts[1].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(parts[1])),
        UUID.fromString(parts[2]),
        parts[3]);
  }

  static RuntimeException invalid() {
    return Problems.of(ProblemType.INVALID_CURSOR, "invalid-cursor");
  }

  private static byte[] mac(byte[] payload, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal(payload), MAC_BYTES);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
