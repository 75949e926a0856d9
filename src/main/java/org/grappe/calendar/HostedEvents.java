package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.event.EventRows;
import org.grappe.event.KnownEvent;

/** The events that a host's calendar knows by their names. */
@ApplicationScoped
class HostedEvents {
  private final Database database;
  private final EventRows rows;

  HostedEvents(Database database, EventRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /**
   * What there is of the events of these UIDs, by them: a registry's own calendar may tell the id.
   *
   * @param lock whether nobody else may write them meanwhile
   */
  Map<String, KnownEvent> byUid(List<String> uids, UUID host, boolean lock) {
    Map<String, UUID> ids = new HashMap<>();
    for (String uid : uids) {
      ToldUids.id(uid).ifPresent(id -> ids.put(uid, id));
    }
    if (lock) {
      lock(uids, ids.values(), host);
    }
    Map<String, KnownEvent> known = new HashMap<>();
    known(uids, host).forEach(event -> known.put(event.uid(), event));
    Map<UUID, KnownEvent> told = new HashMap<>();
    told(ids.values(), host).forEach(event -> told.put(event.id(), event));
    ids.forEach((uid, id) -> known.compute(uid, (same, other) -> told.getOrDefault(id, other)));
    return known;
  }

  /** Keeps others from writing the events of these names, or ids, that the cluster hosts. */
  private void lock(List<String> uids, Collection<UUID> ids, UUID host) {
    database.all(
        """
        select id from events
        where (uid = any(?::text[]) or id = any(?::uuid[])) and host_cluster = ?
        order by id for update""",
        row -> row.getObject(1, UUID.class),
        List.of(uids, List.copyOf(ids), host));
  }

  /**
   * The events of these ids that a calendar of this host may have told by them: its own, those that
   * are shared with it, and those of its predecessors.
   */
  private List<KnownEvent> told(Collection<UUID> ids, UUID host) {
    return ids.isEmpty()
        ? List.of()
        : rows.events(
            """
            e.id = any(?::uuid[]) and (
              e.host_cluster in (select lineage_of(?, 'infinity'))
              or e.entered_for in (select l::text from lineage_of(?, 'infinity') l)
              or exists (select from shares s where s.event = e.id and s.cluster = ?
                and s.accepted_on is not null and s.refused_on is null))""",
            List.of(List.copyOf(ids), host, host, host));
  }

  /**
   * The events that a calendar of this host calls so, one for each name: those that it hosts, of
   * several the one that it entered, then the older; else one that it entered and that is elsewhere
   * now, or is shared with it. What others call so in their own calendars is another.
   */
  private List<KnownEvent> known(List<String> uids, UUID host) {
    return rows.events(
        """
        e.id in (
          select distinct on (w.uid) w.id from events w
          where w.uid = any(?::text[]) and (w.host_cluster = ? or w.entered_for = ?::text
            or exists (select from shares s where s.event = w.id and s.cluster = ?
              and s.accepted_on is not null and s.refused_on is null))
          order by w.uid, w.host_cluster = ? desc nulls last, w.entered_for = ?::text desc,
            w.created_at, w.id)""",
        List.of(uids, host, host, host, host, host));
  }
}
