package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;

/** Which clusters are parties to a merger, or what a division is into. */
@ApplicationScoped
class MergerConstraints implements Constraints {
  @Override
  public Map<String, String> finders() {
    return Map.of(
        "parties",
        "select 'mergers', merger from merger_parties where cluster = ?",
        "division_results",
        "select 'divisions', division from division_results where cluster = ?");
  }
}
