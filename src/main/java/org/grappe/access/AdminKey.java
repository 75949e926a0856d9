package org.grappe.access;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;
import org.grappe.config.GrappeConfig;

/** The administrator's key from the configuration, kept as a hash and compared in constant time. */
@Singleton
class AdminKey {
  private final Optional<byte[]> hash;

  AdminKey(GrappeConfig config) {
    this.hash = config.adminKey().map(AdminKey::checked).map(ApiKey::hash);
  }

  boolean matches(String token) {
    return hash.isPresent() && MessageDigest.isEqual(hash.get(), ApiKey.hash(token));
  }

  private static String checked(String key) {
    if (!key.matches(GrappeConfig.KEY_SHAPE)) {
      throw new IllegalArgumentException(
          "GRAPPE_ADMIN_KEY must be 16 to 200 visible ASCII characters");
    }
    return key;
  }
}
