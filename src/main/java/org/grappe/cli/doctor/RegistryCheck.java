package org.grappe.cli.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Reply;
import org.grappe.cli.remote.Target;

/**
 * Whether a service works on this database. It tells everybody a place in its feed, which only who
 * has the key in its database can read: there it names server and epoch, so that a copy is told
 * from what it was made of.
 *
 * @param place of the database, for people
 * @param secret that its service seals places with; null where no service ever did
 * @param epoch that its places belong to
 */
record RegistryCheck(String place, byte[] secret, String epoch) {
  private static final String SUBJECT = "doctor.registry";
  private static final String READ =
      "select (select value from settings where name = 'feed-secret'), epoch from positions";
  private static final int OK = 200;
  private static final int NONCE = 12;
  private static final int BEFORE_EPOCH = 16;

  static RegistryCheck of(String place, Statement statement) throws SQLException {
    if (!DatabaseChecks.is(statement, "to_regclass('positions') is not null")) {
      return new RegistryCheck(place, null, "");
    }
    try (ResultSet row = statement.executeQuery(READ)) {
      return row.next()
          ? new RegistryCheck(place, row.getBytes(1), row.getString(2))
          : new RegistryCheck(place, null, "");
    }
  }

  /** What is found of this service; nothing where it does not say. */
  Optional<Finding> of(Remote remote) {
    Target now = Target.of("/changes").with("after", "now").with("limit", 1);
    try (Reply reply = remote.get(now, "application/json")) {
      if (reply.status() != OK) {
        return Optional.empty();
      }
      return Optional.of(
          isOurs(reply.json().path("nextCursor").asText())
              ? Finding.fine(SUBJECT, "doctor.same-registry", place)
              : Finding.worrying(SUBJECT, "doctor.other-registry", place));
    }
  }

  private boolean isOurs(String cursor) {
    if (secret == null) {
      return false;
    }
    try {
      byte[] sealed = Base64.getUrlDecoder().decode(cursor);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(secret, "AES"),
          new GCMParameterSpec(128, sealed, 0, NONCE));
      byte[] plain = cipher.doFinal(Arrays.copyOfRange(sealed, NONCE, sealed.length));
      return new String(plain, BEFORE_EPOCH, plain.length - BEFORE_EPOCH, UTF_8).equals(epoch);
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | IndexOutOfBoundsException other) {
      return false;
    }
  }
}
