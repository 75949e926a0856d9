package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * The one place that says whether a caller may write a record. Whoever passes here has the
 * transaction signed, and shares the clusters that the record belongs to; what is written in a
 * transaction without a signature, the database refuses.
 */
@ApplicationScoped
public class Rights {
  private final Writers writers;
  private final Signature signature;
  private final ClusterLocks locks;
  private final CheckedRights checked;

  Rights(Writers writers, Signature signature, ClusterLocks locks, CheckedRights checked) {
    this.writers = writers;
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
    requireCreate(owners, null, null);
  }

  /** The same of a new one that will have this id. */
  void requireCreate(Owners owners, String table, UUID id) {
    pass(writers.mayCreate(owners), CheckedRight.of(owners, table, id, true));
    locks.shareAndSign(owners.clusters());
  }

  /**
   * Lets lines of a long file be entered, of which no act on a cluster takes any: their clusters
   * are not kept from such acts for as long as the file takes.
   *
   * @throws Problem {@code forbidden}
   */
  public void requireImport(Owners owners) {
    pass(writers.mayCreate(owners), CheckedRight.of(owners, null, null, true));
    signature.sign();
  }

  /**
   * Lets a record be changed or removed.
   *
   * @throws Problem {@code forbidden}
   */
  public void requireChange(Owners owners, String table, UUID id) {
    pass(writers.mayChange(owners, table, id), CheckedRight.of(owners, table, id, false));
    locks.shareAndSign(owners.clusters());
  }

  /** Says what part of a record was made, which is told again as long as it is there. */
  public void madePart(Owners owners, String table, UUID id, UUID part) {
    checked.add(CheckedRight.ofPart(owners, table, id, part));
  }

  private void pass(boolean may, CheckedRight right) {
    require(may);
    checked.add(right);
  }

  static void require(boolean may) {
    if (!may) {
      throw Problems.of(ProblemType.FORBIDDEN, "forbidden.record");
    }
  }
}
