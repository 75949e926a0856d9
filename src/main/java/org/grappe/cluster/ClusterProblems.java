package org.grappe.cluster;

import java.util.List;
import org.grappe.problem.FeatureProblems;
import org.grappe.problem.ProblemType;

/** What stands against what belongs to a cluster. */
public final class ClusterProblems implements FeatureProblems {
  public static final ProblemType OUTSIDE_CLUSTER_LIFE =
      new ProblemType("outside-cluster-life", 409);

  /** What ended a cluster is not undone, for something has been built on it. */
  public static final ProblemType REVERSAL_BLOCKED = new ProblemType("reversal-blocked", 409);

  /** What is to be taken back has not been done. */
  public static final ProblemType NOTHING_TO_UNDO = new ProblemType("nothing-to-undo", 409);

  @Override
  public List<ProblemType> types() {
    return List.of(OUTSIDE_CLUSTER_LIFE, REVERSAL_BLOCKED, NOTHING_TO_UNDO);
  }
}
