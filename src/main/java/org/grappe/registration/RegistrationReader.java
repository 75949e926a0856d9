package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.event.EventLookup;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.record.HistoryRights;
import org.grappe.record.HistoryView;
import org.grappe.record.Owners;

/** The registrations for an event, as those read them in whose calendars it stands. */
@ApplicationScoped
class RegistrationReader {
  private final Registrations registrations;
  private final RegistrationRules rules;
  private final EventLookup events;
  private final HistoryRights historyRights;
  private final Today today;

  RegistrationReader(
      Registrations registrations,
      RegistrationRules rules,
      EventLookup events,
      HistoryRights historyRights,
      Today today) {
    this.registrations = registrations;
    this.rules = rules;
    this.events = events;
    this.historyRights = historyRights;
    this.today = today;
  }

  Page<RegistrationView> page(String event) {
    UUID at = PathId.of(event);
    requireReader(at);
    return registrations.records().pageOf("r.event", "events", at);
  }

  RegistrationView one(String event, String id, String knownAt) {
    UUID at = PathId.of(event);
    requireReader(at);
    return registrations
        .records()
        .findAsOf(id, null, knownAt)
        .filter(found -> found.event().equals(at))
        .orElseThrow(() -> registrations.records().notFound(id));
  }

  /** Of an event that has been deleted since, who may look back at it reads them. */
  private void requireReader(UUID event) {
    if (events.isThere(event)) {
      historyRights.require(Owners.any(rules.calendars(event, today.day())), "events", event);
    }
  }

  Page<HistoryView> history(String event, String id) {
    return registrations.records().history(id, "event", PathId.of(event));
  }
}
