package org.grappe.merger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.grappe.testing.Crowd;
import org.grappe.testing.Effort;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.OpenApi;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/**
 * Sixteen writers at work on the same few clusters, each doing whatever the document offers:
 * mergers, their reversals, dissolutions beside all that belongs to the clusters. A few seconds, or
 * as many as {@code -Dsoak.seconds=600} says; with {@code -Dsoak.seed} each writer draws the same
 * acts again.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class SoakTest {
  private static final int WRITERS = 16;

  /** What must be none, whatever was done. */
  private static final Map<String, String> BROKEN =
      Map.of(
          "memberships outside the life of their cluster",
          """
          select count(*) from memberships m join clusters c on c.id = m.cluster
          where m.refused_on is null and not within_life(
            m.applied_on, m."from", m.until, c.announced_on, c.founded_on, c.dissolved_on)\
          """,
          "members of a merged cluster whom nothing continues, though nobody deleted or refused that",
          """
          select count(*) from memberships m join clusters c on c.id = m.cluster
          where m.end_reason = 'MERGED' and m."from" is not null and c.followed_by is not null
            and m.continued is distinct from false
            and not exists (select from continuations k where k.continued = m.id)
            and not exists (select from history h
              where h.record_table = 'memberships' and h.row -> 'continues' ? m.id::text)\
          """,
          "events hosted after the end of their cluster",
          """
          select count(*) from events e join clusters c on c.id = e.host_cluster
          where e.cancelled_on is null and e.recurrence is null
            and e.first_on >= last_day(c.dissolved_on)\
          """,
          "events whose places are counted wrongly",
          """
          select count(*) from event_places p
          where (p.confirmed, p.waiting) <> (
            select coalesce(sum(places) filter (where status = 'CONFIRMED'), 0),
              coalesce(sum(places) filter (where status = 'WAITING'), 0)
            from registrations r where r.event = p.event)\
          """,
          "parties of a completed merger that are there still",
          """
          select count(*) from mergers g join clusters c on c.id = any(g.parties)
          where g.effective_on is not null and c.id <> g.result and c.followed_by is null\
          """,
          "memberships whose last version is not the last of their history",
          """
          select count(*) from memberships m
          where (m.version::text) <> (
            select h.row ->> 'version' from history h
            where h.record_id = m.id order by h.seq desc limit 1)\
          """,
          "writes that are told as earlier than the write before",
          """
          select count(*) from (
            select at, lag(at) over (partition by record_id order by id) as before
            from record_history) h
          where at < before\
          """,
          "requests whose writes have several instants",
          """
          select count(*) from (
            select from record_history where request ? 'id'
            group by request ->> 'id' having count(distinct at) > 1) r\
          """);

  @Inject DataSource source;

  @Test
  void whatever_is_done_at_once_nothing_fails_and_nothing_is_lost() {
    Duration time = Duration.ofSeconds(Long.getLong("soak.seconds", Effort.of(6, 2)));
    long seed = Long.getLong("soak.seed", System.nanoTime());
    System.out.println("soak: seed " + seed + ", " + time.toSeconds() + " s");
    Crowd crowd = new Crowd(OpenApi.served());
    long end = System.nanoTime() + time.toNanos();
    Race.of(
        WRITERS,
        i -> {
          crowd.act(new java.util.Random(seed + i), () -> System.nanoTime() < end);
          return true;
        });
    crowd.tally().forEach((act, answers) -> System.out.println("soak: " + act + " " + answers));
    assertEquals(List.of(), crowd.failures());
    assertTrue(crowd.tally().size() > 20, "too few kinds of acts");
    Map<String, Long> found = new TreeMap<>();
    BROKEN.forEach((what, sql) -> found.put(what, number(sql)));
    found.values().removeIf(count -> count == 0);
    assertEquals(Map.of(), found);
  }

  private long number(String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
