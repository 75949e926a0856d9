package org.grappe.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;

/** Which clusters a credential edits. */
@ApplicationScoped
class CredentialConstraints implements Constraints {
  @Override
  public Map<String, String> finders() {
    return Map.of(
        "edited", "select 'credentials', credential from edited_clusters where cluster = ?");
  }
}
