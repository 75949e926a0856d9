package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.caller.Role;
import org.grappe.database.Database;
import org.grappe.position.Positions;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.query.PastReaders;
import org.grappe.query.Scope;
import org.grappe.value.Slugs;

/**
 * Who may read what the registry knew: administrators all of it, an editor what belongs to clusters
 * of his.
 */
@ApplicationScoped
class PastRights implements PastReaders {
  private final Callers callers;
  private final HistoryRights rights;
  private final ClusterNames clusters;
  private final LastOwners owners;
  private final Database database;
  private final Positions positions;

  PastRights(
      Callers callers,
      HistoryRights rights,
      ClusterNames clusters,
      LastOwners owners,
      Database database,
      Positions positions) {
    this.callers = callers;
    this.rights = rights;
    this.clusters = clusters;
    this.owners = owners;
    this.database = database;
    this.positions = positions;
  }

  @Override
  public void require(Instant known, Optional<Scope.Owner> owner, Optional<String> cluster) {
    rights.requireCredential();
    Caller caller = callers.current();
    Rights.require(
        caller.isAdministrator()
            || (caller.is(Role.EDITOR)
                && (cluster.flatMap(clusters::find).filter(caller.clusters()::contains).isPresent()
                    || owner.filter(one -> isOf(one, caller)).isPresent())));
    settled(known);
  }

  private boolean isOf(Scope.Owner owner, Caller caller) {
    return Slugs.id(owner.key())
        .map(id -> owners.pastReaders(owner.table(), id))
        .orElseGet(() -> clusters.find(owner.key()).stream().toList())
        .stream()
        .anyMatch(caller.clusters()::contains);
  }

  /**
   * Gives all that is committed its instant, so that nothing gets one that is past any more.
   *
   * @throws org.grappe.problem.Problem {@code not-settled-yet} where the instant itself is not past
   */
  void settled(Instant known) {
    positions.settle();
    Instant now =
        database
            .one("select clock_timestamp()", row -> row.getTimestamp(1).toInstant())
            .orElseThrow();
    if (!known.isBefore(now)) {
      long wait = Duration.between(now, known).plusSeconds(1).toSeconds();
      throw Problems.of(ProblemType.NOT_SETTLED_YET, "not-settled-yet", known)
          .with("Retry-After", Long.toString(wait));
    }
  }
}
