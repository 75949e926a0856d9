package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.record.Rights;

/** The events. */
@ApplicationScoped
class Events implements Repository<Event, EventContent, EventView> {
  static final Listing<EventView> LISTING = EventListing.of(EventView.class);

  private final Records<Event, EventContent, EventView> records;
  private final EventDependants dependants;
  private final EventDays days;
  private final Rights rights;

  Events(RecordsFactory records, EventDependants dependants, EventDays days, Rights rights) {
    this.records = records.of(this, Event::new, EventContent.class, LISTING);
    this.dependants = dependants;
    this.days = days;
    this.rights = rights;
  }

  @Override
  public Records<Event, EventContent, EventView> records() {
    return records;
  }

  @Override
  public Owners owners(Event event) {
    return HeldEvent.owners(event.host());
  }

  /** The event itself, locked until the transaction ends. */
  @Override
  public Event required(String id) {
    return records.requiredLocked(id);
  }

  @Override
  public void beforeSave(Event event, EventContent before) {
    if (before == null || event.content().isOnOtherDaysThan(before)) {
      event.expand(records.today());
    }
  }

  @Override
  public void afterSave(Event event, EventContent before) {
    if (before == null
        ? event.content().recurrence() != null
        : event.content().isOnOtherDaysThan(before)) {
      days.keep(Map.of(event.id(), event.expand(records.today())));
    }
    if (before != null) {
      dependants.tellChanged(event.id());
    }
    if (before != null && event.content().isMovedFrom(before)) {
      dependants.requireMove(event.id(), event.content());
    }
  }

  /** Other events of the same or of partner clusters on its days in its city. */
  Page<EventView> clashesOf(String id) {
    UUID event = PathId.of(id);
    return records.pageOf(new Scope("e.id in (select clashes_of(:v))", event), "events", event);
  }

  EventView cancel(Event event, LocalDate on, String reason, List<UUID> sources) {
    rights.requireChange(owners(event), "events", event.id());
    records.updateBySystem(
        event, event.cancelled(on == null ? records.today() : on, reason, sources));
    flush();
    return records.view(event.id());
  }

  /** Whoever waits for a place may get one now. */
  EventView reinstate(Event event, String reason, List<UUID> sources) {
    rights.requireChange(owners(event), "events", event.id());
    records.updateBySystem(event, event.reinstated(records.today(), reason, sources));
    flush();
    dependants.tellChanged(event.id());
    return records.view(event.id());
  }
}
