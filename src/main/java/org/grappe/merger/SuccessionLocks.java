package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.organisation.FollowedOrganisations;
import org.grappe.record.ClusterLocks;

/** Keeps all that a succession changes from others until the transaction ends. */
@ApplicationScoped
class SuccessionLocks {
  /** Who is a member of more clusters shares none: the members are locked by themselves. */
  private static final int SHARED = 500;

  private final ClusterLocks locks;
  private final FollowedOrganisations organisations;
  private final Database database;

  SuccessionLocks(ClusterLocks locks, FollowedOrganisations organisations, Database database) {
    this.locks = locks;
    this.organisations = organisations;
    this.database = database;
  }

  /**
   * Clusters before what belongs to them: no act takes them over meanwhile. Then the two, for whose
   * new members and mandates others wait, and those that they have.
   */
  void hold(UUID organisation, UUID successor) {
    List<UUID> both = List.of(organisation, successor);
    List<UUID> clusters =
        database.all(
            """
            select cluster from memberships where organisation = any(?::uuid[])
            union
            select cluster from mandates
            where organisation = any(?::uuid[]) and cluster is not null""",
            row -> row.getObject(1, UUID.class),
            List.of(both, both));
    if (clusters.size() <= SHARED) {
      locks.share(clusters);
    }
    organisations.hold(organisation, successor);
    for (String table : List.of("memberships", "mandates")) {
      database.one(
          """
          select count(*) from (
            select 1 from %s where organisation = any(?::uuid[]) order by id for update) m"""
              .formatted(table),
          row -> row.getLong(1),
          both);
    }
  }
}
