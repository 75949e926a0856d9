package org.grappe.embedded;

import io.quarkus.runtime.Quarkus;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The service, once there is a database that it can work with. */
public final class Service {
  private Service() {}

  /**
   * Serves until it is ended; a start that cannot be ends the process with a sentence and 1, or 2.
   */
  public static void run() {
    // Quarkus would answer an address that cannot be decoded with an empty 400; HttpLayer says why.
    System.setProperty("vertx.disableURIValidation", "true");
    try {
      Quarkus.run(Announcement.class, remarks());
    } catch (Refusal refusal) {
      new PrintStream(System.err, true, StandardCharsets.UTF_8)
          .println(refusal.in(Texts.ofProcess()));
      System.exit(refusal.isMistyped() ? 2 : 1);
    }
  }

  /** Makes sure of the database and tells what there is to say of it and of the administrator. */
  private static String[] remarks() {
    Settings settings = Settings.checked();
    Port.check("QUARKUS_HTTP_PORT", settings.host(), settings.port());
    ManagementPort.choose(settings);
    return settings.jdbcUrl().isPresent()
        ? ExternalStart.with(settings)
        : EmbeddedStart.with(settings);
  }
}
