package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.grappe.testing.Effort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers of all kinds on two instances, one of which is killed; transactions that stay open, and a
 * prepared one: whoever began with a copy and follows, whatever becomes of him, has in the end what
 * is there. {@code -Dfollowed.seed=…} repeats a run, {@code -Dfollowed.seconds=60} has each take
 * its time.
 */
class FollowedWritersIT {
  private static final String KEY = "a-key-for-the-tests-alone";
  private static final String SIGN =
      "select set_config('grappe.act', '{\"at\": \"2020-01-01T00:00:00Z\", \"by\": {\"kind\":"
          + " \"SERVICE\", \"name\": \"a test\"}}', true)";
  private static final int WRITERS = 16;

  @TempDir Path directory;
  private EmbeddedPostgres database;

  @BeforeEach
  void startDatabase() throws Exception {
    database =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target/postgresql").toFile())
            .setServerConfig("max_prepared_transactions", "4")
            .start();
  }

  @AfterEach
  void stopDatabase() throws Exception {
    database.close();
  }

  @Test
  void a_follower_ends_with_what_is_there() throws Exception {
    for (int run = 0; run < Integer.getInteger("followed.seeds", Effort.of(2, 1)); run++) {
      long seed = Long.getLong("followed.seed", System.nanoTime());
      Duration time = Duration.ofSeconds(Long.getLong("followed.seconds", Effort.of(25, 8)));
      System.out.println("followed: seed " + seed + ", " + time.toSeconds() + " s");
      follow(seed, time, "run" + run);
    }
  }

  private void follow(long seed, Duration time, String name) throws Exception {
    Random random = new Random(seed);
    run("postgres", "create database " + name);
    PackagedService first = start(name, "first");
    PackagedService second = start(name, "second");
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Connection open = connect(name);
        Statement slow = open.createStatement()) {
      Instances instances = new Instances(List.of(first.api(), second.api()), KEY);
      List<String> clusters = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        clusters.add(
            instances.make(
                "/clusters",
                "{\"slug\":\"c%d\",\"name\":\"C%d\",\"region\":\"76\",\"foundedOn\":\"2000\"}"
                    .formatted(i, i)));
      }
      long end = System.nanoTime() + time.toNanos();
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Random own = new Random(random.nextLong());
        writing.add(
            threads.submit(() -> new RandomWriter(instances, clusters, own).writeUntil(end)));
      }
      RandomFollower follower = new RandomFollower(instances, new Random(random.nextLong()));
      Future<?> following = threads.submit(() -> follower.followUntil(end));
      open.setAutoCommit(false);
      slow.execute(SIGN);
      slow.execute(organisation("slow"));
      prepare(name);
      Thread.sleep(time.toMillis() / 3);
      open.commit();
      instances.leave(0);
      first.killed();
      first = start(name, "first");
      instances.join(0, first.api());
      for (Future<?> one : writing) {
        one.get();
      }
      following.get();
      follower.catchUp();
      run(name, "commit prepared 'prepared'");
      follower.catchUp();
      List<String> copy = RandomFollower.lines(instances.text("/export"));
      assertEquals(String.join("\n", copy), String.join("\n", follower.lines()), "seed " + seed);
      assertTrue(String.join("", copy).contains("prepared"), "the prepared one is told");
      System.out.printf(
          "followed: %d records, %d pages, %d times begun again, %s%n",
          copy.size(), follower.pages(), follower.resumed(), instances);
      restored(name, follower.cursor());
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(10, TimeUnit.SECONDS);
      first.close();
      second.close();
    }
  }

  /** What was dumped and is read in elsewhere has another epoch; here it is raised by hand. */
  private void restored(String name, String cursor) throws Exception {
    run(name, "update head set epoch = epoch + 1");
    PackagedService service = start(name, "restored");
    try {
      Instances instances = new Instances(List.of(service.api()), KEY);
      assertEquals(410, instances.status("/changes?after=" + cursor));
      assertEquals(200, instances.status("/changes?after=now"));
    } finally {
      service.close();
    }
  }

  private void prepare(String name) throws SQLException {
    try (Connection connection = connect(name);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(SIGN);
      statement.execute(organisation("prepared"));
      statement.execute("prepare transaction 'prepared'");
      connection.commit();
    }
  }

  private static String organisation(String name) {
    return "insert into organisations (id, name, kind) values (gen_random_uuid(), '"
        + name
        + "', 'COMPANY')";
  }

  private PackagedService start(String name, String instance) throws Exception {
    Path own = Files.createDirectories(directory.resolve(name).resolve(instance));
    return PackagedService.in(
            own,
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url(name),
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "8",
                "GRAPPE_DEMO", "false",
                "GRAPPE_ADMIN_KEY", KEY))
        .ready();
  }

  private String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/" + name;
  }

  private Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(url(name), "postgres", "postgres");
  }

  private void run(String name, String sql) throws SQLException {
    try (Connection connection = connect(name);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
