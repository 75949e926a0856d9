package org.grappe.position;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals places, each time another way (AES-GCM), for who could read or compare them would learn
 * that something was written of which he is told nothing. Nobody opens them without the secret of
 * the database that they belong to.
 */
public final class PlaceSeal {
  /** The name of the secret among those that a database keeps. */
  public static final String SECRET = "feed-secret";

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int SHORTEST = NONCE + 16 + TAG_BITS / 8;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final byte[] secret;

  public PlaceSeal(byte[] secret) {
    this.secret = secret;
  }

  String seal(Place place) {
    byte[] epoch = place.epoch().getBytes(StandardCharsets.UTF_8);
    byte[] plain =
        ByteBuffer.allocate(16 + epoch.length)
            .putLong(place.position())
            .putLong(place.fingerprint())
            .put(epoch)
            .array();
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
      byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /**
   * Opens what was sealed; nothing where that was done with another secret.
   *
   * @throws IllegalArgumentException if it has not the shape of something sealed
   */
  public Optional<Place> open(String text) {
    byte[] whole = Base64.getUrlDecoder().decode(text);
    if (whole.length < SHORTEST) {
      throw new IllegalArgumentException("too short");
    }
    try {
      byte[] nonce = Arrays.copyOf(whole, NONCE);
      ByteBuffer plain =
          ByteBuffer.wrap(
              cipher(Cipher.DECRYPT_MODE, nonce).doFinal(whole, NONCE, whole.length - NONCE));
      long position = plain.getLong();
      long fingerprint = plain.getLong();
      String epoch = StandardCharsets.UTF_8.decode(plain.slice()).toString();
      return Optional.of(new Place(epoch, position, fingerprint));
    } catch (AEADBadTagException forged) {
      return Optional.empty();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
