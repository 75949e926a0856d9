package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.event.EventLookup;
import org.grappe.problem.Problems;
import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.record.HistoryRights;
import org.grappe.record.HistoryView;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.record.Rights;

/** The registrations for the events. */
@ApplicationScoped
class Registrations implements Repository<Registration, Registration.Content, RegistrationView> {
  static final Listing<RegistrationView> LISTING =
      Listing.of(
              "/events/{event}/registrations",
              RegistrationView.class,
              Columns.of("r", RegistrationView.class, "position")
                  + """
                  , w.position, o.id as organisation_id, {o.name} as organisation_name,
                  m.id as membership_id, {c.name} as membership_name, c.slug as membership_slug\
                  """,
              """
              registrations r
              join organisations o on o.id = r.organisation
              left join memberships m on m.id = r.membership
              left join clusters c on c.id = m.cluster
              left join lateral (
                select count(*)::int as position from registrations w
                where r.status = 'WAITING' and w.event = r.event and w.status = 'WAITING'
                  and (w.created_at, w.id) <= (r.created_at, r.id)
                having bool_or(w.id = r.id)) w on true\
              """)
          .choice("status", RegistrationStatus.class, "r.status", "Whether it has places.")
          .reference("organisation", "r.organisation = :v", "The organisation's id.")
          .sortedBy("createdAt");

  private final Records<Registration, Registration.Content, RegistrationView> records;
  private final Places places;
  private final RegistrationRules rules;
  private final EventLookup events;
  private final Rights rights;
  private final HistoryRights historyRights;

  Registrations(
      RecordsFactory records,
      Places places,
      RegistrationRules rules,
      EventLookup events,
      Rights rights,
      HistoryRights historyRights) {
    this.records = records.of(this, Registration::new, Registration.Content.class, LISTING);
    this.places = places;
    this.rules = rules;
    this.events = events;
    this.rights = rights;
    this.historyRights = historyRights;
  }

  @Override
  public Records<Registration, Registration.Content, RegistrationView> records() {
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

  Page<RegistrationView> pageOf(String event) {
    UUID at = PathId.of(event);
    requireReader(at);
    return records.pageOf("r.event", "events", at);
  }

  RegistrationView oneOf(String event, String id, String knownAt) {
    UUID at = PathId.of(event);
    requireReader(at);
    return records
        .findAsOf(id, null, knownAt)
        .filter(found -> found.event().equals(at))
        .orElseThrow(() -> records.notFound(id));
  }

  /** Of an event that has been deleted since, who may look back at it reads them. */
  private void requireReader(UUID event) {
    if (events.isThere(event)) {
      historyRights.require(Owners.any(rules.calendars(event, records.today())), "events", event);
    }
  }

  Page<HistoryView> historyOf(String event, String id) {
    return records.history(id, "event", PathId.of(event));
  }

  /** The lock comes before id and instant, so that the list's order is theirs. */
  Response createIn(String event, Registration.Content body) {
    UUID id = PathId.of(event);
    records.requireOther("events", id);
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
  public void beforeSave(Registration registration, Registration.Content before) {
    Registration.Content next = registration.content();
    boolean isOther =
        before == null
            || !Objects.equals(next.membership(), before.membership())
            || !next.organisation().equals(before.organisation());
    UUID quota = registration.cluster();
    if (isOther) {
      registration.takeFrom(rules.admit(registration.event(), next, records.today()).orElse(null));
    }
    if (registration.is(RegistrationStatus.CANCELLED)) {
      return;
    }
    boolean isElsewhere = !Objects.equals(quota, registration.cluster());
    int more = next.places() - (before == null ? 0 : before.places());
    if (before == null || more > 0 || isElsewhere) {
      seat(registration, before, more, isElsewhere ? next.places() : more);
    }
  }

  private void seat(
      Registration registration, Registration.Content before, int more, int moreOfQuota) {
    UUID event = registration.event();
    places.requireOffer(event, registration.cluster(), registration.content().places());
    boolean isRoom = places.haveRoom(event, registration.cluster(), more, moreOfQuota);
    if (before == null) {
      registration.stand(isRoom ? RegistrationStatus.CONFIRMED : RegistrationStatus.WAITING);
    } else if (!isRoom && registration.is(RegistrationStatus.CONFIRMED)) {
      throw Problems.of(RegistrationProblems.CAPACITY_EXCEEDED, "registration.no-room");
    }
  }

  @Override
  public void afterSave(Registration registration, Registration.Content before) {
    if (before != null) {
      places.fill(registration.event());
    }
  }

  RegistrationView cancel(
      Registration registration, LocalDate on, String reason, List<UUID> sources) {
    rights.requireChange(owners(registration), "registrations", registration.id());
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
