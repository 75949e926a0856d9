package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.caller.Callers;
import org.grappe.problem.Problem;

/** Acts of administrators, each of which changes records of all kinds in one transaction. */
@ApplicationScoped
public class Acts {
  private final Callers callers;
  private final CheckedRights checked;
  private final Signature signature;

  Acts(Callers callers, CheckedRights checked, Signature signature) {
    this.callers = callers;
    this.checked = checked;
    this.signature = signature;
  }

  /**
   * Begins one whose changes are each told as this action.
   *
   * @throws Problem {@code forbidden}
   */
  public void begin(String action) {
    requireAdministrator();
    signature.sign(action, null);
  }

  /**
   * Begins one by whose id all that it wrote can be found again.
   *
   * @throws Problem {@code forbidden}
   */
  public void begin(UUID id) {
    requireAdministrator();
    signature.sign(null, id);
  }

  /** Lets all that is written from now on be found again by this id; rights are asked elsewhere. */
  public void mark(UUID id) {
    signature.sign(null, id);
  }

  /** What is written from now on is no part of the act. */
  public void end() {
    signature.sign(null, null);
  }

  private void requireAdministrator() {
    Rights.require(callers.current().isAdministrator());
    checked.add(CheckedRight.of(Owners.administrators(), null, null, true));
  }
}
