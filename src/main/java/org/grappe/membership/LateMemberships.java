package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.record.ClusterLocks;
import org.grappe.value.Ref;

/**
 * Memberships that are entered, or put right, after the merger by which they ended: they go on in
 * the result as if they had been there when it took effect.
 */
@ApplicationScoped
class LateMemberships {
  private final Database database;
  private final ClusterLocks locks;
  private final Today today;

  LateMemberships(Database database, ClusterLocks locks, Today today) {
    this.database = database;
    this.locks = locks;
    this.today = today;
  }

  /** The first possible day of the merger by which a cluster ended; none where it did not. */
  Optional<LocalDate> endOf(UUID cluster) {
    return database.one(
        "select day from merger_that_ended(?)", row -> row.getObject(1, LocalDate.class), cluster);
  }

  /** One that has no end in a cluster that has: the merger ended it. */
  MembershipContent ended(MembershipContent content) {
    boolean isOpen = content.from() != null && content.until() == null && content.cluster() != null;
    if (!isOpen) {
      return content;
    }
    // its merger keeps its day until this is written
    locks.share(List.of(content.cluster()));
    return endOf(content.cluster())
        .filter(day -> day.isAfter(content.from()))
        .map(
            day ->
                content.with(one -> one.until(day).endReason(MembershipContent.EndReason.MERGED)))
        .orElse(content);
  }

  /**
   * Continues it through every later merger.
   *
   * @return the colleges for whose members a result has none
   */
  List<Ref> continueThrough(UUID membership, MembershipContent content) {
    boolean isMerged =
        content.from() != null
            && content.endReason() == MembershipContent.EndReason.MERGED
            && !Boolean.FALSE.equals(content.continued());
    if (!isMerged || !endOf(content.cluster()).equals(Optional.of(content.until()))) {
      return List.of();
    }
    locks.share(heirs(content.cluster()));
    return database.all(
        """
        select k.id, k.name from continue_late(array[?::uuid], ?) late(college)
        join colleges k on k.id = late.college order by k.name, k.id""",
        row -> new Ref(row.getObject(1, UUID.class), row.getString(2), null),
        List.of(membership, today.now()));
  }

  private List<UUID> heirs(UUID cluster) {
    return database.all(
        "select heirs_of(array[?::uuid])", row -> row.getObject(1, UUID.class), List.of(cluster));
  }
}
