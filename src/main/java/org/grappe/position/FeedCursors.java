package org.grappe.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.grappe.database.StoredSecrets;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Places in the feed as callers keep them: encrypted, each time another way (AES-GCM), for who
 * could read or compare them would learn that something was written of which he is told nothing.
 */
@ApplicationScoped
public class FeedCursors {
  private static final String SECRET = "feed-secret";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final StoredSecrets secrets;

  FeedCursors(StoredSecrets secrets) {
    this.secrets = secrets;
  }

  /** The cursor of a place. */
  public String write(Place place) {
    byte[] epoch = place.epoch().getBytes(StandardCharsets.UTF_8);
    byte[] plain =
        ByteBuffer.allocate(16 + epoch.length)
            .putLong(place.position())
            .putLong(place.fingerprint())
            .put(epoch)
            .array();
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, plain);
    byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws Problem {@code cursor-gone} if it was not written here: another server's key is another
   */
  public Place read(String text) {
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw Problems.of(ProblemType.INVALID_CURSOR, "changes.cursor");
    }
    if (whole.length < NONCE + 16 + TAG_BITS / 8) {
      throw Problems.of(ProblemType.INVALID_CURSOR, "changes.cursor");
    }
    ByteBuffer plain =
        ByteBuffer.wrap(
            cipher(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(whole, NONCE),
                Arrays.copyOfRange(whole, NONCE, whole.length)));
    long position = plain.getLong();
    long fingerprint = plain.getLong();
    return new Place(
        StandardCharsets.UTF_8.decode(plain.slice()).toString(), position, fingerprint);
  }

  /** The id of an act, of which nobody learns how many there were (RFC 9562, version 8). */
  public UUID act(long commit) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secrets.named(SECRET), "HmacSHA256"));
      ByteBuffer hash =
          ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(8).putLong(commit).array()));
      return new UUID(
          (hash.getLong() & ~0xF000L) | 0x8000L, (hash.getLong() & ~(3L << 62)) | (2L << 62));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** It is not, or no longer, a place in this feed. */
  public static Problem gone() {
    return Problems.of(ProblemType.CURSOR_GONE, "cursor-gone")
        .with("Link", "</api/v1/export>; rel=\"alternate\"");
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(secrets.named(SECRET), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (javax.crypto.AEADBadTagException forged) {
      throw gone();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
