package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.database.ConstraintRegistry;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Documents;

/**
 * The rights that an answer took, kept with it, so that it is given again only to who might still
 * ask for it the first time.
 */
@ApplicationScoped
public class KeptRights {
  private final CheckedRights checked;
  private final CurrentOwners current;
  private final Writers writers;
  private final Callers callers;
  private final ConstraintRegistry constraints;

  KeptRights(
      CheckedRights checked,
      CurrentOwners current,
      Writers writers,
      Callers callers,
      ConstraintRegistry constraints) {
    this.checked = checked;
    this.current = current;
    this.writers = writers;
    this.callers = callers;
    this.constraints = constraints;
  }

  /** What was checked in this transaction, to be checked again by {@link #checkAgain}. */
  public String ofTransaction() {
    return Documents.text(checked.all());
  }

  /**
   * Checks whether the caller may still do what was done then, and see what became of it.
   *
   * @throws Problem {@code forbidden}; {@code not-found} for what is there no longer, or hidden
   */
  public void checkAgain(String kept) {
    List.of(Documents.read(kept, CheckedRight[].class)).forEach(this::check);
  }

  private void check(CheckedRight right) {
    Caller caller = callers.current();
    Optional<CurrentOwners.Found> found = current.find(right);
    boolean isGone =
        right.table() != null
            && found.filter(one -> caller.isAdministrator() || one.mayRead()).isEmpty();
    if (isGone && !right.isNew()) {
      throw notFound(right);
    }
    Owners owners = found.map(one -> right.owners(one.clusters())).orElseGet(right::owners);
    Rights.require(owners.include(caller) && (right.isNew() || mayChange(right)));
    if (isGone) {
      throw notFound(right);
    }
  }

  private boolean mayChange(CheckedRight right) {
    return writers.mayChange(right.owners(), right.table(), right.id());
  }

  private Problem notFound(CheckedRight right) {
    return Problems.notFound(constraints.collection(right.table()), right.id());
  }
}
