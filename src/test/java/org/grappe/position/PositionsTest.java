package org.grappe.position;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anOrganisation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Each write has its position when it is answered, and none comes below one that was seen. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PositionsTest {
  private static final String SIGN =
      "select set_config('grappe.act', '{\"at\": \"2020-01-01T00:00:00Z\", \"by\": {\"kind\":"
          + " \"SERVICE\", \"name\": \"a test\"}}', true)";

  @Inject DataSource source;
  @Inject Positions positions;
  @Inject HeadWatch watch;
  @Inject Told told;

  /** What is told of commits. */
  @Singleton
  static class Told {
    final List<Committed> all = new CopyOnWriteArrayList<>();

    void committed(@Observes Committed one) {
      all.add(one);
    }
  }

  @Test
  void a_write_that_is_answered_has_moved_the_head_and_the_instance_was_told() {
    long before = positions.head().position();
    int commits = told.all.size();
    make("/organisations", anOrganisation());
    Head head = positions.head();
    assertEquals(before + 1, head.position());
    assertFalse(head.pending());
    assertEquals(commits + 1, told.all.size());
    assertEquals(head.position(), told.all.get(commits).head().orElseThrow().position());
    admin().get("/organisations").then().statusCode(200);
    assertEquals(commits + 1, told.all.size(), "a read commits nothing");
  }

  @Test
  void a_refused_write_moves_nothing() {
    long before = positions.head().position();
    admin().contentType("application/json").body("{\"name\": \"\"}").post("/organisations");
    assertEquals(before, positions.head().position());
  }

  @Test
  void positions_have_no_gaps_and_follow_the_order_of_each_record() throws Exception {
    String one = make("/clusters", aCluster());
    String two = make("/clusters", aCluster());
    Race.of(40, i -> patch("/clusters/" + (i % 2 == 0 ? one : two), Map.of("city", "C" + i)));
    assertEquals(0, count("select max(position) - count(*) from feed"));
    assertEquals(0, count("select min(position) - 1 from feed"));
    assertEquals(
        0,
        count(
            """
            select count(*) from (
              select f.position, lag(f.position) over (partition by h.record_id order by h.seq) as before
              from history h left join feed f on f.history_seq = h.seq) x
            where position is null or before > position"""));
    assertEquals(
        0,
        count(
            """
            select count(*) from (
              select c.at, lag(c.at) over (order by f.position) as before
              from feed f join commits c on c.id = f.commit) x
            where at is null or at < before"""));
    assertEquals(
        0,
        count(
            """
            select count(*) from (
              select min(position) as first, max(position) as last, count(*) as n, commit
              from feed group by commit) f
            join commits c on c.id = f.commit
            where last - first + 1 <> n or c.first_position <> first or c.last_position <> last"""));
  }

  /** Nor does a prepared one, which is as open. */
  @Test
  void a_transaction_that_goes_on_holds_nobody_up_and_comes_after_what_ended_before()
      throws Exception {
    String slow = make("/clusters", aCluster());
    String fast = make("/clusters", aCluster());
    try (Connection open = source.getConnection();
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute(SIGN);
      statement.execute(
          "update clusters set city = 'Slow', version = version + 1 where id = '" + slow + "'");
      patch("/clusters/" + fast, Map.of("city", "Fast")).statusCode(200);
      Head between = positions.head();
      assertFalse(between.pending(), "what is not committed is not waited for");
      Instant instant = Instant.now();
      open.commit();
      assertTrue(positions.head().pending(), "nobody has numbered it yet");
      Head after = positions.settled();
      assertEquals(between.position() + 1, after.position());
      assertEquals(
          slow,
          text(
              "select h.record_id::text from feed f join history h on h.seq = f.history_seq"
                  + " order by position desc limit 1"));
      assertTrue(
          Instant.parse(admin().get("/clusters/" + slow + "/history?sort=-at").path("items[0].at"))
              .isAfter(instant.minusMillis(50)),
          "its instant is that of its numbering");
    }
  }

  @Test
  void what_was_committed_and_not_numbered_is_once_somebody_waits() throws Exception {
    String cluster = make("/clusters", aCluster());
    try (Connection open = source.getConnection();
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute(SIGN);
      statement.execute(
          "update clusters set city = 'Left', version = version + 1 where id = '" + cluster + "'");
      open.commit();
    }
    List<Head> seen = new CopyOnWriteArrayList<>();
    java.util.function.Consumer<Head> watcher = seen::add;
    watch.watch(watcher);
    for (int i = 0; i < 100 && (seen.isEmpty() || positions.head().pending()); i++) {
      Thread.sleep(20);
    }
    watch.leave(watcher);
    assertFalse(seen.get(seen.size() - 1).pending());
    assertEquals(positions.head(), seen.get(seen.size() - 1));
  }

  @Test
  void nothing_is_numbered_twice_by_those_who_come_at_once() throws Exception {
    String cluster = make("/clusters", aCluster());
    for (int round = 0; round < 5; round++) {
      long before = positions.head().position();
      try (Connection open = source.getConnection();
          Statement statement = open.createStatement()) {
        open.setAutoCommit(false);
        statement.execute(SIGN);
        statement.execute(
            "update clusters set city = 'R%d', version = version + 1 where id = '%s'"
                .formatted(round, cluster));
        open.commit();
      }
      // past the turn that threads of one instance take: as several instances do
      Race.of(6, i -> text("select position from number_pending()"));
      assertEquals(before + 1, positions.head().position());
    }
  }

  @Test
  void another_epoch_is_an_operators_word() throws SQLException {
    Head before = positions.head();
    execute("update head set epoch = epoch + 1");
    Head after = positions.head();
    assertEquals(before.position(), after.position());
    assertFalse(before.epoch().equals(after.epoch()));
  }

  private long count(String sql) {
    return Long.parseLong(text(sql));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
