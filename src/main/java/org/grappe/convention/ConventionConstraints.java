package org.grappe.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;

/** Which clusters a convention binds. */
@ApplicationScoped
class ConventionConstraints implements Constraints {
  @Override
  public Map<String, String> finders() {
    return Map.of(
        "bound", "select 'conventions', convention from convention_parties where cluster = ?");
  }
}
