package org.grappe.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.io.FileUtils;

/** How PostgreSQL is set up here: safe with what it keeps and closed to others on the machine. */
final class PostgresCluster {
  /** Not a name, which would have to be resolved. */
  static final String HOST = "127.0.0.1";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private PostgresCluster() {}

  /**
   * Starts it.
   *
   * @param role as whom to look whether it serves
   */
  static EmbeddedPostgres started(DataDirectory directory, String role, String password)
      throws IOException {
    File programs = OwnerOnly.directory(directory.programs()).toFile();
    removeHalfUnpacked(programs);
    // otherwise the library looks for stale databases below /tmp, and removes them
    System.setProperty("ot.epg.working-dir", programs.getPath());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(programs)
            .setDataDirectory(directory.cluster())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(PATIENCE)
            .setOutputRedirector(Redirect.appendTo(directory.log().toFile()))
            .setConnectConfig("PGHOST", HOST)
            .setConnectConfig("user", role)
            .setConnectConfig("PGDBNAME", role)
            .setConnectConfig("password", password);
    EmbeddedPostgres postgres = served(made(builder, directory.superuser())).start();
    // the library has opened it to everybody's writing
    programs.setWritable(false, false);
    programs.setWritable(true, true);
    return postgres;
  }

  /**
   * Options of initdb, which the library passes on as they are. The last word on authentication
   * counts: the library's own is "trust". The locale is one that PostgreSQL brings itself.
   */
  private static EmbeddedPostgres.Builder made(EmbeddedPostgres.Builder builder, Path password) {
    return builder
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", password.toString())
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8");
  }

  /** The library turns fsync and synchronous_commit off, since it is made for tests. */
  private static EmbeddedPostgres.Builder served(EmbeddedPostgres.Builder builder) {
    return builder
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", HOST)
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "100");
  }

  /** The library would go on with programs of which a stop left only a part. */
  private static void removeHalfUnpacked(File programs) throws IOException {
    for (File unpacked : programs.listFiles(File::isDirectory)) {
      if (Files.notExists(unpacked.toPath().resolve(".exists"))) {
        FileUtils.deleteDirectory(unpacked);
      }
    }
  }
}
