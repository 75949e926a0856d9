package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.caller.Role;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** The one place that says whether a caller may look back at a record. */
@ApplicationScoped
public class HistoryRights {
  private final Callers callers;
  private final Writers writers;

  HistoryRights(Callers callers, Writers writers) {
    this.callers = callers;
    this.writers = writers;
  }

  /**
   * Lets the past of a record be read, by those who may change it.
   *
   * @throws Problem {@code unauthenticated}, {@code forbidden}
   */
  public void require(Owners owners, String table, UUID id) {
    requireCredential();
    Rights.require(writers.mayChange(owners, table, id));
  }

  /**
   * Whether the caller is one of those who read of a record that is there no longer.
   *
   * @throws Problem {@code unauthenticated}, {@code forbidden} where a caller of this role may not
   *     look back at anything
   */
  boolean mayReadOfDeleted(Supplier<Owners> owners, String table, UUID id) {
    requireCredential();
    Caller caller = callers.current();
    Rights.require(caller.isAdministrator() || caller.is(Role.EDITOR));
    return caller.isAdministrator() || writers.mayChange(owners.get(), table, id);
  }

  /**
   * Lets nobody look back who has no credential.
   *
   * @throws Problem {@code unauthenticated}
   */
  void requireCredential() {
    if (callers.current().equals(Caller.PUBLIC)) {
      throw Problems.of(ProblemType.UNAUTHENTICATED, "unauthenticated");
    }
  }
}
