package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.cluster.ClusterProblems;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** What the constraints of places mean. */
@ApplicationScoped
class PlaceConstraints implements Constraints {
  @Override
  public Map<String, ProblemType> problems() {
    return Map.of(
        "ck_event_places_capacity",
        RegistrationProblems.CAPACITY_EXCEEDED,
        "ck_cluster_places_quota",
        RegistrationProblems.CAPACITY_EXCEEDED,
        "ck_registrations_followed",
        ClusterProblems.OUTSIDE_CLUSTER_LIFE);
  }

  @Override
  public Map<String, String> finders() {
    return Map.of("places", "select 'events', event from cluster_places where cluster = ?");
  }
}
