package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.event.EventDependant;

/**
 * The places of the events: who has them and who waits. They are given one after the other, for
 * whoever gives some holds the event's row of {@code event_places}.
 */
@ApplicationScoped
class Places implements EventDependant {
  private final Database database;
  private final Today today;

  Places(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** Lets nobody else give places of this event until the transaction ends. */
  void lock(UUID event) {
    database.one(
        "select 1 from event_places where event = ? for update", row -> row.getInt(1), event);
  }

  /**
   * Whether there is room for so many more places, so many more of them of a cluster's quota,
   * behind those that wait.
   */
  boolean haveRoom(UUID event, UUID cluster, int more, int moreOfQuota) {
    return database
        .one(
            """
            select exists (select from who_gets_places(?, nullif(?, '')::uuid, ?, ?) id
              where id is null)""",
            row -> row.getBoolean(1),
            event,
            cluster == null ? "" : cluster.toString(),
            more,
            moreOfQuota)
        .orElseThrow();
  }

  /** Gives what is free of each of these events for which somebody waits. */
  @Override
  public void changedByCalendar(List<UUID> events) {
    if (!events.isEmpty()) {
      database
          .all(
              """
              select event from event_places where event = any(?::uuid[]) and waiting > 0
              order by event""",
              row -> row.getObject(1, UUID.class),
              List.of(events))
          .forEach(this::fill);
    }
  }

  @Override
  public void changed(UUID event) {
    fill(event);
  }

  /** Gives what is free to the head of the waiting list, while the event is to come. */
  void fill(UUID event) {
    lock(event);
    database.change(
        """
        update registrations r set status = 'CONFIRMED', version = r.version + 1, updated_at = ?
        from events e cross join lateral who_gets_places(e.id, null, 0, 0) next(id)
        where e.id = ? and event_status(e.cancelled_on, e.last_on, ?) = 'PLANNED'
          and r.id = next.id""",
        today.now(),
        event,
        today.day());
  }
}
