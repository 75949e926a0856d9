package org.grappe.sharing;

import java.util.List;
import org.grappe.problem.FeatureProblems;
import org.grappe.problem.ProblemType;

/** What stands against sharing an event. */
public final class SharingProblems implements FeatureProblems {
  static final ProblemType NO_CONVENTION_IN_FORCE = new ProblemType("no-convention-in-force", 409);
  static final ProblemType LOCAL_EVENT = new ProblemType("local-event", 409);
  static final ProblemType ALREADY_SHARED = new ProblemType("already-shared", 409);
  static final ProblemType OWN_EVENT = new ProblemType("own-event", 409);

  @Override
  public List<ProblemType> types() {
    return List.of(NO_CONVENTION_IN_FORCE, LOCAL_EVENT, ALREADY_SHARED, OWN_EVENT);
  }
}
