package org.grappe.problem;

import java.util.List;

/**
 * The types of problem that a feature has of its own. Those of {@code META-INF/services} are known
 * to the document, which is written before there are beans.
 */
public interface FeatureProblems {
  List<ProblemType> types();
}
