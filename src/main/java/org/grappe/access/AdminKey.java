package org.grappe.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.grappe.config.GrappeConfig;
import org.grappe.database.StoredSecrets;

/** The administrator's key from the configuration, kept as a hash and compared in constant time. */
@Singleton
class AdminKey {
  private static final String SALT = "admin-key-salt";
  private static final int ROUNDS = 600_000;
  private static final int BITS = 256;
  private final Optional<byte[]> hash;
  private final StoredSecrets secrets;
  private volatile String mark;

  AdminKey(GrappeConfig config, StoredSecrets secrets) {
    this.hash = config.adminKey().map(AdminKey::checked).map(ApiKey::hash);
    this.secrets = secrets;
  }

  void prepare(@Observes StartupEvent started) {
    secrets.prepare(SALT);
  }

  boolean matches(String token) {
    return hash.isPresent() && MessageDigest.isEqual(hash.get(), ApiKey.hash(token));
  }

  /**
   * By which the key is known again once it was another. It is kept in the database, and the key
   * may be a text that somebody thought of: so it costs much to try (PBKDF2).
   */
  Optional<String> mark() {
    if (mark == null && hash.isPresent()) {
      mark = mark(hash.get());
    }
    return Optional.ofNullable(mark);
  }

  private String mark(byte[] key) {
    char[] text = HexFormat.of().formatHex(key).toCharArray();
    try {
      byte[] salt = secrets.named(SALT);
      return HexFormat.of()
          .formatHex(
              SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                  .generateSecret(new PBEKeySpec(text, salt, ROUNDS, BITS))
                  .getEncoded());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String checked(String key) {
    if (!key.matches(GrappeConfig.KEY_SHAPE)) {
      throw new IllegalArgumentException(
          "GRAPPE_ADMIN_KEY must be 16 to 200 visible ASCII characters");
    }
    return key;
  }
}
