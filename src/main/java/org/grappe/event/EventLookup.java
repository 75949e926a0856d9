package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problem;

/** Events as the features above ask for them. */
@ApplicationScoped
public class EventLookup {
  private final Events events;
  private final Database database;

  EventLookup(Events events, Database database) {
    this.events = events;
    this.database = database;
  }

  /**
   * An event that nobody else changes until the transaction ends.
   *
   * @throws Problem {@code not-found}
   */
  public HeldEvent held(String id) {
    Event event = events.required(id);
    return new HeldEvent(event.id(), event.content());
  }

  /** Whether there is such an event. */
  public boolean isThere(UUID event) {
    return database.one("select 1 from events where id = ?", row -> true, event).isPresent();
  }

  /** The cluster that hosts an event, if one does. */
  public Optional<UUID> host(UUID event) {
    return database.one(
        "select host_cluster from events where id = ? and host_cluster is not null",
        row -> row.getObject(1, UUID.class),
        event);
  }
}
