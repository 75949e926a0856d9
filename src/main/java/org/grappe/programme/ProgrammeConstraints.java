package org.grappe.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;

/** Who refers to others as lead or participant. */
@ApplicationScoped
class ProgrammeConstraints implements Constraints {
  @Override
  public Map<String, String> finders() {
    return Map.of(
        "leads",
        "select 'programmes', programme from programme_leads where %s = ?",
        "participants",
        "select 'programmes', programme from programme_participants where %s = ?");
  }
}
