package org.grappe.calendar;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which event of several that have one UID is told under it in a calendar: of those that stand in
 * it, whatever else the request asks for, one that the cluster hosts, then the one that it entered,
 * then the older. So an import finds it again ({@link HostedEvents#byUid}). The others are told by
 * their ids; and so is one whose UID is the id of another, as somebody had written it.
 */
final class ToldUids {
  /** An event's id, as a calendar of this registry has it. */
  private static final Pattern ID =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@.+");

  private static final String BY_ITS_ID =
      """
      (exists (
        select from events w
        where w.uid = e.uid and w.id <> e.id and (%2$s)
          and (not coalesce(w.host_cluster = %1$s, false), not coalesce(w.entered_for = %1$s::text, false),
              w.created_at, w.id)
            < (not coalesce(e.host_cluster = %1$s, false), not coalesce(e.entered_for = %1$s::text, false),
              e.created_at, e.id))
      or case when substr(e.uid, 37, 1) = '@' and left(e.uid, 36) <> e.id::text
          and left(e.uid, 36) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        then exists (select from events w where w.id = left(e.uid, 36)::uuid) else false end) as twin""";

  private static final String CALENDAR = "w.id = any(array(select calendar_of(%s, :on)))";

  private static final String ASKED_CLUSTER =
      "(select k.id from clusters k where k.id = (select clusters_named(:cluster)) or k.id::text = lower(:cluster))";

  /** In the calendar that a request asks for, or that of all events. */
  static final String IN_LIST =
      BY_ITS_ID.formatted(
          ASKED_CLUSTER,
          ":cluster = '' or "
              + CALENDAR.formatted(
                  """
                  case when :includePredecessors = 'true'
                    then array(select lineage_of(%1$s, :on)) else array[%1$s] end"""
                      .formatted(ASKED_CLUSTER)));

  /** In that of its host. */
  static final String AT_HOST =
      BY_ITS_ID.formatted("hc.id", "hc.id is not null and " + CALENDAR.formatted("array[hc.id]"));

  private ToldUids() {}

  /** The id by which an event is told under this UID; empty where it is told by another name. */
  static Optional<UUID> id(String uid) {
    return Optional.of(ID.matcher(uid))
        .filter(Matcher::matches)
        .map(told -> UUID.fromString(told.group(1)));
  }
}
