package org.grappe.embedded;

import io.quarkus.runtime.Quarkus;

/** The service, once there is a database that it can work with. */
public final class Service {
  private Service() {}

  /** Serves until it is ended; a start that cannot be ends the process with 1 and a sentence. */
  public static void run() {
    // Quarkus would answer an address that cannot be decoded with an empty 400; HttpLayer says why.
    System.setProperty("vertx.disableURIValidation", "true");
    try {
      Quarkus.run(Announcement.class, remarks());
    } catch (Refusal refusal) {
      System.err.println(refusal.getMessage());
      System.exit(1);
    }
  }

  /** Makes sure of the database and tells what there is to say of it and of the administrator. */
  private static String[] remarks() {
    Settings settings = Settings.read();
    settings.adminKey().ifPresent(key -> AdministratorKey.check("GRAPPE_ADMIN_KEY", key));
    ManagementPort.choose(settings);
    return settings.jdbcUrl().isPresent()
        ? ExternalStart.with(settings)
        : EmbeddedStart.with(settings);
  }
}
