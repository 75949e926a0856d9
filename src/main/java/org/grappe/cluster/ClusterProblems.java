package org.grappe.cluster;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.problem.FeatureProblems;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** What stands against what belongs to a cluster. */
public final class ClusterProblems implements FeatureProblems {
  public static final ProblemType OUTSIDE_CLUSTER_LIFE =
      new ProblemType("outside-cluster-life", 409);

  /** What ended a cluster is not undone, for something has been built on it. */
  public static final ProblemType REVERSAL_BLOCKED = new ProblemType("reversal-blocked", 409);

  /** What is to be taken back has not been done. */
  public static final ProblemType NOTHING_TO_UNDO = new ProblemType("nothing-to-undo", 409);

  /**
   * Something begins only when its cluster would be no more.
   *
   * @param field which field says that the cluster ends
   * @param begins on which day, as far as it is known
   */
  public static Problem beginsLater(String field, String collection, UUID id, String begins) {
    return Problems.of(
            OUTSIDE_CLUSTER_LIFE, "cluster.begins-later", Problems.noun(collection), begins)
        .withMember("field", field)
        .withMember("bound", begins)
        .withMember("other", Map.of("id", id));
  }

  /**
   * Something shall begin when its cluster was no more.
   *
   * @param field which field says when
   * @param cluster how it is called
   * @param ended when it had ended
   */
  public static Problem begunAfterEnd(String field, String cluster, String ended) {
    return Problems.of(OUTSIDE_CLUSTER_LIFE, "cluster.begun-after-end", cluster, ended)
        .withMember("field", field)
        .withMember("bound", ended);
  }

  @Override
  public List<ProblemType> types() {
    return List.of(OUTSIDE_CLUSTER_LIFE, REVERSAL_BLOCKED, NOTHING_TO_UNDO);
  }
}
