package org.grappe.cli.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Reply;
import org.grappe.cli.remote.Target;
import org.grappe.position.PlaceSeal;

/**
 * Whether a service works on this database. It tells everybody a place in its feed, which only who
 * has the key in its database can read: there it names server and epoch, so that a copy is told
 * from what it was made of.
 *
 * @param place of the database, for people
 * @param seal of its places; null where no service ever sealed one
 * @param epoch that its places belong to
 */
record RegistryCheck(String place, PlaceSeal seal, String epoch) {
  private static final String SUBJECT = "doctor.registry";
  private static final String READ =
      "select (select value from settings where name = '"
          + PlaceSeal.SECRET
          + "'), epoch from positions";
  private static final int OK = 200;

  static RegistryCheck of(String place, Statement statement) throws SQLException {
    if (!DatabaseChecks.is(statement, "to_regclass('positions') is not null")) {
      return new RegistryCheck(place, null, "");
    }
    try (ResultSet row = statement.executeQuery(READ)) {
      byte[] secret = row.next() ? row.getBytes(1) : null;
      return secret == null
          ? new RegistryCheck(place, null, "")
          : new RegistryCheck(place, new PlaceSeal(secret), row.getString(2));
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
    if (seal == null) {
      return false;
    }
    try {
      return seal.open(cursor).filter(opened -> opened.epoch().equals(epoch)).isPresent();
    } catch (IllegalArgumentException shapeless) {
      return false;
    }
  }
}
