package org.grappe.database;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grappe.problem.ProblemType;

/** What all features together say of their {@link Constraints}. */
@ApplicationScoped
public class ConstraintRegistry {
  private final Map<String, ProblemType> problems = new HashMap<>();
  private final Set<String> retried = new HashSet<>();
  private final Map<String, String> finders = new HashMap<>();

  ConstraintRegistry(@All List<Constraints> features) {
    for (Constraints feature : features) {
      problems.putAll(feature.problems());
      retried.addAll(feature.retried());
      finders.putAll(feature.finders());
    }
  }

  Optional<ProblemType> problem(String constraint) {
    return Optional.ofNullable(problems.get(constraint));
  }

  boolean isRetried(String constraint) {
    return retried.contains(constraint);
  }

  Optional<String> finder(String key) {
    return Optional.ofNullable(finders.get(key));
  }

  /** What the records of a table are called on the wire. */
  public String collection(String table) {
    return table.replace('_', '-');
  }
}
