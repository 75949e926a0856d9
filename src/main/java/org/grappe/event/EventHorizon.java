package org.grappe.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.database.Replica;
import org.grappe.position.Numbering;

/**
 * Follows the rules of events further as time goes on, so that a series without an end is found ten
 * years ahead in ten years, too. Nobody's record changes by it: its days follow from the rule.
 */
@ApplicationScoped
class EventHorizon {
  private static final int PORTION = 100;
  private static final UUID FIRST = new UUID(0, 0);
  private final Database database;
  private final EventRows rows;
  private final EventDays days;
  private final Today today;
  private final Numbering numbering;

  EventHorizon(
      Database database, EventRows rows, EventDays days, Today today, Numbering numbering) {
    this.numbering = numbering;
    this.database = database;
    this.rows = rows;
    this.days = days;
    this.today = today;
  }

  @Scheduled(every = "24h", delayed = "10m", skipExecutionIf = Replica.class)
  void follow() {
    follow(today.day());
  }

  /** Follows those whose days are known for less than nine years from this one. */
  void follow(LocalDate day) {
    LocalDate soon = Occurrences.horizon(day, day).minusYears(1);
    List<UUID> portion = next(FIRST, soon);
    while (!portion.isEmpty()) {
      List<UUID> ids = portion;
      QuarkusTransaction.requiringNew().run(() -> follow(ids, day));
      numbering.derived();
      portion = next(ids.get(ids.size() - 1), soon);
    }
  }

  private List<UUID> next(UUID after, LocalDate soon) {
    return database.all(
        """
        select e.id from events e
        where e.recurrence is not null and e.occurs_until > ? and e.id > ? and coalesce(
          (select max(d.date) from event_days d where d.event = e.id), e.first_on) < ?
        order by e.id limit ?""",
        row -> row.getObject(1, UUID.class),
        List.of(soon, after, soon, PORTION));
  }

  private void follow(List<UUID> ids, LocalDate day) {
    Map<UUID, Occurrences> followed = new HashMap<>();
    rows.free(ids)
        .forEach(
            event ->
                followed.put(event.id(), Occurrences.of(event.content(), event.changed(), day)));
    days.keep(followed);
  }
}
