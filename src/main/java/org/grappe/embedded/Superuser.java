package org.grappe.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * PostgreSQL's superuser, who could run programs of the machine: a secret of its own, which nobody
 * knows once the database is made. Whoever needs it can start PostgreSQL in its single-user mode.
 */
final class Superuser {
  static final String ROLE = "postgres";
  private static final String WRONG_PASSWORD = "28P01";

  private Superuser() {}

  /** The secret with which a cluster is made; where one was left half-made, another. */
  static String secret(DataDirectory directory) throws IOException {
    Files.deleteIfExists(directory.superuser());
    return Secret.in(directory.superuser());
  }

  /** Leaves the secret nowhere. */
  static void forget(DataDirectory directory) throws IOException {
    Files.deleteIfExists(directory.superuser());
    if (Files.notExists(directory.superuserApart())) {
      OwnerOnly.file(directory.superuserApart());
    }
  }

  /** Gives the superuser of a cluster that an earlier release made a secret of its own. */
  static void part(DataDirectory directory, EmbeddedPostgres postgres, String shared)
      throws IOException, SQLException {
    if (Files.exists(directory.superuserApart())) {
      return;
    }
    var old = Map.of("PGHOST", PostgresCluster.HOST, "password", shared);
    try (Connection connection = postgres.getDatabase(ROLE, ROLE, old).getConnection();
        Statement statement = connection.createStatement()) {
      // made here and not kept: the statement goes into no log
      statement.execute("alter role %s password '%s'".formatted(ROLE, Secret.fresh()));
    } catch (SQLException refused) {
      // a stop came between the new password and the note of it
      if (!WRONG_PASSWORD.equals(refused.getSQLState())) {
        throw refused;
      }
    }
    forget(directory);
  }
}
