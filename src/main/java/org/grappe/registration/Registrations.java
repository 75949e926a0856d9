package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.event.EventLookup;
import org.grappe.problem.Problems;
import org.grappe.query.PathId;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The registrations for the events. */
@ApplicationScoped
class Registrations implements Repository<Registration, RegistrationContent, RegistrationView> {
  private final Records<Registration, RegistrationContent, RegistrationView> records;
  private final Places places;
  private final RegistrationRules rules;
  private final Registrants registrants;
  private final Seating seating;
  private final EventLookup events;

  Registrations(
      RecordsFactory records,
      Places places,
      RegistrationRules rules,
      Registrants registrants,
      Seating seating,
      EventLookup events) {
    this.records =
        records.of(this, Registration::new, RegistrationContent.class, RegistrationListing.LISTING);
    this.places = places;
    this.rules = rules;
    this.registrants = registrants;
    this.seating = seating;
    this.events = events;
  }

  @Override
  public Records<Registration, RegistrationContent, RegistrationView> records() {
    return records;
  }

  /** The host's editor writes all, a partner's those on memberships of its own cluster. */
  @Override
  public Owners owners(Registration registration) {
    return Owners.any(
        Stream.concat(
                events.host(registration.event()).stream(),
                rules.cluster(registration.content().membership()).stream())
            .toList());
  }

  /**
   * The lock comes before id and instant, so that the list's order is theirs; and that on the
   * organisation before it, as where it becomes another and hands its places over.
   */
  Response createIn(String event, RegistrationContent body) {
    UUID id = PathId.of(event);
    records.requireOther("events", id);
    registrants.keep(body.organisation());
    places.lock(id);
    Registration registration = new Registration();
    registration.at(id);
    return records.create(registration, body);
  }

  /** A registration for an event, of which nobody else gives places meanwhile. */
  Registration requiredOf(String event, String id) {
    UUID at = PathId.of(event);
    records.requireOther("events", at);
    places.lock(at);
    Registration registration = required(id);
    if (!registration.event().equals(at)) {
      throw records.notFound(id);
    }
    return registration;
  }

  @Override
  public void beforeSave(Registration registration, RegistrationContent before) {
    seating.seat(registration, before);
  }

  @Override
  public void afterSave(Registration registration, RegistrationContent before) {
    if (before != null) {
      places.fill(registration.event());
    }
  }

  RegistrationView cancel(
      Registration registration, LocalDate on, String reason, List<UUID> sources) {
    records.requireChange(registration, owners(registration));
    LocalDate day = on == null ? records.today() : on;
    if (day.isAfter(records.today())) {
      throw Problems.validationFailed("/on", "date.future", day);
    }
    records.updateBySystem(registration, registration.cancelled(day, reason, sources));
    flush();
    places.fill(registration.event());
    return records.view(registration.id());
  }

  @Override
  public void remove(Registration registration) {
    records.remove(registration);
    places.fill(registration.event());
  }

  @Override
  public String path(Registration registration) {
    return "/events/" + registration.event() + "/registrations";
  }
}
