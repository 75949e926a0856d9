package org.grappe.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.sql.SQLException;

/** The start where nothing is configured: with a database of its own, a key and the demo data. */
final class EmbeddedStart {
  private EmbeddedStart() {}

  static String[] with(Settings settings) {
    refuseRootWithoutUnshare();
    DataDirectory directory = DataDirectory.held(settings.dataDirectory());
    try {
      startDatabase(directory);
      if (settings.adminKey().isEmpty()) {
        AdministratorKey.use(directory.adminKey());
      }
    } catch (IOException unusable) {
      throw Refusal.unusable(directory.root(), unusable);
    }
    if (settings.demo().isEmpty()) {
      System.setProperty("grappe.demo", "true");
    }
    return new String[] {
      Remarks.database("PostgreSQL of its own, in " + directory.root()),
      settings.adminKey().isPresent()
          ? Remarks.KEY_IS_CONFIGURED
          : Remarks.keyIn(settings.dataDirectory().resolve(directory.adminKey().getFileName()))
    };
  }

  /**
   * PostgreSQL does not run as root; in a user namespace of its own, it does not see that it is.
   */
  static void refuseRootWithoutUnshare() {
    if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
      throw new Refusal("start.root");
    }
  }

  private static void startDatabase(DataDirectory directory) throws IOException {
    String password = Secret.in(directory.password());
    EmbeddedDatabase database = new EmbeddedDatabase(directory, password);
    // what the hook reaches stays, and with it the lock on the directory
    Runtime.getRuntime().addShutdownHook(new Thread(database::stopAfterService, "database-stop"));
    String url = database.start();
    try {
      if (EarlierSchema.isAt(url, EmbeddedDatabase.ROLE, password)) {
        throw Refusal.earlierSchema(directory.root());
      }
    } catch (SQLException failed) {
      if (database.isToEnd()) {
        throw new Refusal("start.stopped");
      }
      throw Refusal.databaseDidNotStart(directory.log(), failed);
    }
    System.setProperty("quarkus.datasource.jdbc.url", url);
    System.setProperty("quarkus.datasource.username", EmbeddedDatabase.ROLE);
    System.setProperty("quarkus.datasource.password", password);
  }
}
