package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.grappe.body.MergePatch;
import org.grappe.problem.Problems;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.record.EditableRecords;
import org.grappe.record.Owners;

/** The events. */
@ApplicationScoped
class Events extends EditableRecords<Event, EventContent, EventView> {
  static final Listing<EventView> LISTING = EventListing.of(EventView.class);

  @Inject EventDependants dependants;
  @Inject EventDays days;

  Events() {
    super(Event::new, EventContent.class, LISTING);
  }

  @Override
  protected Owners owners(Event event) {
    return HeldEvent.owners(event.host());
  }

  /** The event itself, locked until the transaction ends. */
  @Override
  public Event required(String id) {
    return findByIdOptional(PathId.of(id), LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Problems.notFound("events", id));
  }

  @Override
  protected void beforeSave(Event event, EventContent before) {
    if (before == null || event.content().isOnOtherDaysThan(before)) {
      event.expand(today());
    }
  }

  @Override
  protected void afterSave(Event event, EventContent before) {
    if (before == null
        ? event.content().recurrence() != null
        : event.content().isOnOtherDaysThan(before)) {
      days.keep(Map.of(event.id(), event.expand(today())));
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
    requireRecord("events", event);
    return page(new Scope("e.id in (select clashes_of(:v))", event));
  }

  EventView cancel(Event event, LocalDate on, String reason, List<UUID> sources) {
    rights.requireChange(owners(event), "events", event.id());
    updateBySystem(event, event.cancelled(on == null ? today() : on, reason, sources));
    flush();
    return view(event.id());
  }

  /** Moves one occurrence, or lets it take place as planned again, where that says anything new. */
  void move(Event event, LocalDate date, MergePatch patch, Supplier<OccurrenceView> answered) {
    ChangedOccurrence before = event.occurrence(date);
    OccurrenceContent to = patched(event, before.moved(), OccurrenceContent.class, patch, answered);
    if (to.equals(before.moved())) {
      detachAll();
      return;
    }
    changeOccurrence(event, before, one -> one.moved(to));
    event.expand(today()).check(date, event.content(), to);
    dependants.requireMove(event.id(), event.content());
  }

  /** Writes what becomes of one occurrence. */
  void changeOccurrence(
      Event event,
      ChangedOccurrence before,
      Function<ChangedOccurrence, ChangedOccurrence> change) {
    event.put(change.apply(before));
    updateBySystem(event, event.content());
    event.expand(today());
    flush();
    days.keep(Map.of(event.id(), event.expand(today())));
  }
}
