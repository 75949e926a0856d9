package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.caller.Role;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.value.Documents;

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
  private final CheckedRights checked;

  Rights(
      Callers callers,
      Database database,
      Signature signature,
      ClusterLocks locks,
      CheckedRights checked) {
    this.callers = callers;
    this.database = database;
    this.signature = signature;
    this.locks = locks;
    this.checked = checked;
  }

  /**
   * Lets a record be written that is new, or that would become one of these owners'.
   *
   * @throws Problem {@code forbidden}
   */
  public void requireCreate(Owners owners) {
    require(owners.include(callers.current()));
    checked.add(CheckedRight.of(owners, null, null, true));
    locks.share(owners.clusters());
    signature.sign();
  }

  /** The same of a new one that will have this id. */
  void requireCreate(Owners owners, String table, UUID id) {
    require(owners.include(callers.current()));
    checked.add(CheckedRight.of(owners, table, id, true));
    locks.share(owners.clusters());
    signature.sign();
  }

  /**
   * Lets lines of a long file be entered, of which no act on a cluster takes any: their clusters
   * are not kept from such acts for as long as the file takes.
   *
   * @throws Problem {@code forbidden}
   */
  public void requireImport(Owners owners) {
    require(owners.include(callers.current()));
    checked.add(CheckedRight.of(owners, null, null, true));
    signature.sign();
  }

  /**
   * Lets a record be changed or removed.
   *
   * @throws Problem {@code forbidden}
   */
  public void requireChange(Owners owners, String table, UUID id) {
    require(mayChange(owners, table, id));
    checked.add(CheckedRight.of(owners, table, id, false));
    locks.share(owners.clusters());
    signature.sign();
  }

  /** Says what part of a record was made, which is told again as long as it is there. */
  public void madePart(Owners owners, String table, UUID id, UUID part) {
    checked.add(CheckedRight.ofPart(owners, table, id, part));
  }

  /**
   * Lets an administrator's act change records of all kinds, each change told as this act.
   *
   * @throws Problem {@code forbidden}
   */
  public void requireAct(String action) {
    require(callers.current().isAdministrator());
    checked.add(CheckedRight.of(Owners.administrators(), null, null, true));
    signature.sign(action, null);
  }

  /**
   * Lets an administrator's act change records of all kinds; by its id all that it wrote can be
   * found again.
   *
   * @throws Problem {@code forbidden}
   */
  public void requireAct(UUID act) {
    require(callers.current().isAdministrator());
    checked.add(CheckedRight.of(Owners.administrators(), null, null, true));
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
  public void requireHistory(Owners owners, String table, UUID id) {
    requireCredential();
    require(mayChange(owners, table, id));
  }

  /**
   * Whether the caller may read of records that are there no longer.
   *
   * @throws Problem {@code unauthenticated}, {@code forbidden} where a caller of this role may not
   *     look back at anything
   */
  boolean mayReadHistory() {
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
        owners.kind() != Owners.Kind.ANY_EDITOR
            || caller.isAdministrator()
            || mayChangeShared(table, id, caller);
    return owners.include(caller) && isTheirs;
  }

  /** What was checked in this transaction, to be checked again by {@link #checkAgain}. */
  public String checked() {
    return checked.told();
  }

  /**
   * Checks whether the caller may still do what he did then, and see what became of it.
   *
   * @throws Problem {@code forbidden}, {@code not-found}
   */
  public void checkAgain(String told) {
    checked.checkAgain(told, one -> mayChange(one.owners(), one.table(), one.id()));
  }

  /** What records refer to it decides; those that the caller may not read make no difference. */
  private boolean mayChangeShared(String table, UUID id, Caller caller) {
    return caller.is(Role.EDITOR)
        && database
            .one(
                "select may_change(?, ?, ?::jsonb, ?::uuid[])",
                row -> row.getBoolean(1),
                table,
                id,
                Documents.MAPPER.valueToTree(caller.author()).toString(),
                caller.clusters())
            .orElseThrow();
  }

  private static void require(boolean may) {
    if (!may) {
      throw Problems.of(ProblemType.FORBIDDEN, "forbidden.record");
    }
  }
}
