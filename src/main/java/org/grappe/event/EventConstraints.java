package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.grappe.cluster.ClusterProblems;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** What the constraints of events mean. */
@ApplicationScoped
class EventConstraints implements Constraints {
  @Override
  public Map<String, ProblemType> problems() {
    return Map.of("ck_events_within_life", ClusterProblems.OUTSIDE_CLUSTER_LIFE);
  }

  @Override
  public Set<String> retried() {
    return Set.of("uq_events_uid");
  }

  @Override
  public Map<String, String> finders() {
    return Map.of("guests", "select 'events', event from event_guests where organisation = ?");
  }
}
