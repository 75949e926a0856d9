package org.grappe.shared.write;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.shared.caller.Caller;
import org.grappe.shared.caller.Callers;
import org.grappe.shared.caller.Role;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;
import org.grappe.shared.read.Database;

/**
 * The one place that says whether a caller may write a record. Whoever passes here has the
 * transaction signed, and shares the clusters that the record belongs to; what is written in a
 * transaction without a signature, the database refuses.
 */
@ApplicationScoped
public class Rights {
  private final Callers callers;
  private final Database database;
  private final Signature signature;
  private final ClusterLocks locks;

  Rights(Callers callers, Database database, Signature signature, ClusterLocks locks) {
    this.callers = callers;
    this.database = database;
    this.signature = signature;
    this.locks = locks;
  }

  /**
   * Lets a record be written that is new, or that would become one of these owners'.
   *
   * @throws Problem {@code forbidden}
   */
  public void toEnter(Owners owners) {
    require(owners.include(callers.current()));
    locks.share(owners.clusters());
    signature.sign();
  }

  /**
   * Lets lines of a long file be entered, of which no act on a cluster takes any: their clusters
   * are not kept from such acts for as long as the file takes.
   *
   * @throws Problem {@code forbidden}
   */
  public void toLoad(Owners owners) {
    require(owners.include(callers.current()));
    signature.sign();
  }

  /**
   * Lets a record be changed or removed.
   *
   * @throws Problem {@code forbidden}
   */
  public void toChange(Owners owners, String table, UUID id) {
    require(mayChange(owners, table, id));
    locks.share(owners.clusters());
    signature.sign();
  }

  /**
   * Lets an administrator's act change records of all kinds, each change told as this act.
   *
   * @throws Problem {@code forbidden}
   */
  public void toAct(String action) {
    require(callers.current().isAdministrator());
    signature.sign(action, null);
  }

  /**
   * Lets an administrator's act change records of all kinds; by its id all that it wrote can be
   * found again.
   *
   * @throws Problem {@code forbidden}
   */
  public void toAct(UUID act) {
    require(callers.current().isAdministrator());
    signature.sign(null, act);
  }

  /** What is written from now on is no part of the act. */
  public void endAct() {
    signature.sign(null, null);
  }

  /**
   * Lets the past of a record be read, by those who may change it.
   *
   * @throws Problem {@code unauthenticated}, {@code forbidden}
   */
  public void toLookBack(Owners owners, String table, UUID id) {
    requireCredential();
    require(mayChange(owners, table, id));
  }

  /**
   * Whether the caller may read of records that are there no longer.
   *
   * @throws Problem {@code unauthenticated}, {@code forbidden} where a caller of this role may not
   *     look back at anything
   */
  boolean mayLookBackAtAll() {
    requireCredential();
    require(callers.current().isAdministrator() || callers.current().is(Role.EDITOR));
    return callers.current().isAdministrator();
  }

  private void requireCredential() {
    if (callers.current().equals(Caller.PUBLIC)) {
      throw Problems.of(ProblemType.UNAUTHENTICATED, "unauthenticated");
    }
  }

  private boolean mayChange(Owners owners, String table, UUID id) {
    Caller caller = callers.current();
    boolean isTheirs =
        owners.kind() != Owners.Kind.NOBODY
            || caller.isAdministrator()
            || !othersReferTo(table, id, caller);
    return owners.include(caller) && isTheirs;
  }

  private boolean othersReferTo(String table, UUID id, Caller caller) {
    return database
        .one(
            "select others_refer_to(?, ?, ?::uuid[])",
            row -> row.getBoolean(1),
            table,
            id,
            caller.clusters())
        .orElseThrow();
  }

  private static void require(boolean may) {
    if (!may) {
      throw Problems.of(ProblemType.FORBIDDEN, "forbidden.record");
    }
  }
}
