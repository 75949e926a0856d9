package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.event.EventStatus;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/** What the events offer to those who register. */
@ApplicationScoped
class Offers {
  private final Database database;
  private final Today today;

  Offers(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** What an event says of its registrations. */
  private record Offer(Integer capacity, Boolean open, EventStatus status) {
    Optional<String> closed() {
      return Optional.ofNullable(
          switch (status) {
            case CANCELLED -> "registration.event-cancelled";
            case PAST -> "registration.event-past";
            case PLANNED ->
                Boolean.FALSE.equals(open)
                    ? "registration.closed"
                    : open == null && capacity == null ? "registration.not-offered" : null;
          });
    }
  }

  /**
   * Lets an event be registered for only while it takes registrations, and only for places that
   * could be confirmed.
   *
   * @throws Problem {@code capacity-exceeded}
   */
  void require(UUID event, UUID cluster, int places) {
    Offer offer = offer(event);
    Problems.raise(
        offer.closed().map(why -> Problems.of(RegistrationProblems.CAPACITY_EXCEEDED, why)));
    if (offer.capacity != null && places > offer.capacity) {
      throw Problems.of(
          RegistrationProblems.CAPACITY_EXCEEDED,
          "registration.over-capacity",
          offer.capacity,
          places);
    }
    if (cluster != null) {
      requireWithinQuota(event, cluster, places);
    }
  }

  /** No registration takes more than all of its cluster's quota. */
  private void requireWithinQuota(UUID event, UUID cluster, int places) {
    Problems.raise(
        database.one(
            """
            select on_day(c.name, c.periods, 'name', ?::date), p.quota
            from cluster_places p join clusters c on c.id = p.cluster
            where p.event = ? and p.cluster = ? and p.quota < ?""",
            row ->
                Problems.of(
                    RegistrationProblems.CAPACITY_EXCEEDED,
                    "registration.over-quota",
                    row.getString(1),
                    row.getInt(2),
                    places),
            today.day(),
            event,
            cluster,
            places));
  }

  private Offer offer(UUID event) {
    return database
        .one(
            """
            select capacity, registrations_open, event_status(cancelled_on, last_on, ?)
            from events where id = ?""",
            row ->
                new Offer(
                    row.getObject(1, Integer.class),
                    row.getObject(2, Boolean.class),
                    EventStatus.valueOf(row.getString(3))),
            today.day(),
            event)
        .orElseThrow(() -> Problems.notFound("events", event));
  }
}
