package org.grappe.webhook;

import com.standardwebhooks.exceptions.WebhookSigningException;
import java.security.SecureRandom;
import java.util.Base64;

/** What deliveries are signed with, and how (Standard Webhooks 1.0, symmetric signatures). */
final class SigningSecret {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SigningSecret() {}

  /** One that nobody has. */
  static byte[] make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** As its owner is told it. */
  static String text(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  /**
   * The signature of a message.
   *
   * @param seconds since 1970, as {@code webhook-timestamp} tells
   */
  static String sign(byte[] secret, String id, long seconds, String body) {
    try {
      return new com.standardwebhooks.Webhook(secret).sign(id, seconds, body);
    } catch (WebhookSigningException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
