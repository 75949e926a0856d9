package org.grappe.embedded;

import io.quarkus.runtime.Application;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.io.FileUtils;

/** A PostgreSQL that runs as long as this service, on a directory that stays. */
final class EmbeddedDatabase {
  /** The role that the service works as, and the database that it owns. */
  static final String ROLE = "grappe";

  private final DataDirectory directory;
  private final String password;
  private final Postmaster postmaster;
  private boolean ended;
  private volatile boolean isToEnd;

  EmbeddedDatabase(DataDirectory directory, String password) {
    this.directory = directory;
    this.password = password;
    this.postmaster = new Postmaster(directory);
  }

  /** Starts it, made new where it is not there yet, and tells its address. */
  synchronized String start() throws IOException {
    if (ended) {
      throw new Refusal("start.stopped");
    }
    try {
      postmaster.stop();
      OwnerOnly.file(directory.log());
      return url(started().getPort());
    } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError failed) {
      // whichever of these the library wraps a failure in
      tell(failed);
      postmaster.stop();
      if (isToEnd) {
        throw new Refusal("start.stopped");
      }
      throw Refusal.databaseDidNotStart(directory.log(), failed);
    }
  }

  /** Whether the machine or a person has ended the service. */
  boolean isToEnd() {
    return isToEnd;
  }

  /** Its address at this port. */
  static String url(int port) {
    return "jdbc:postgresql://" + PostgresCluster.HOST + ":" + port + "/" + ROLE;
  }

  /** To run when the machine or a person ends the service: the service first, then this. */
  void stopAfterService() {
    // said before the start is over, which fails where its own processes were ended, too
    isToEnd = true;
    Application service = Application.currentApplication();
    if (service != null) {
      service.awaitShutdown();
    }
    stop();
  }

  private synchronized void stop() {
    ended = true;
    try {
      postmaster.stop();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private EmbeddedPostgres started() throws IOException, SQLException {
    boolean isNew = Files.notExists(directory.cluster()) || Files.exists(directory.unfinished());
    if (!isNew) {
      EmbeddedPostgres postgres = PostgresCluster.started(directory, ROLE, password);
      Superuser.part(directory, postgres, password);
      return postgres;
    }
    OwnerOnly.file(directory.unfinished());
    FileUtils.deleteDirectory(directory.cluster().toFile());
    String superuser = Superuser.secret(directory);
    EmbeddedPostgres postgres = PostgresCluster.started(directory, Superuser.ROLE, superuser);
    makeDatabase(postgres);
    Superuser.forget(directory);
    Files.delete(directory.unfinished());
    return postgres;
  }

  /** The service is no superuser, so that nothing it runs can touch the machine's files. */
  private void makeDatabase(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role %s login password '%s'".formatted(ROLE, password));
      statement.execute("create database %s owner %s".formatted(ROLE, ROLE));
    }
  }

  private void tell(Throwable failed) throws IOException {
    try (PrintWriter log =
        new PrintWriter(
            Files.newBufferedWriter(
                directory.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      failed.printStackTrace(log);
    }
  }
}
