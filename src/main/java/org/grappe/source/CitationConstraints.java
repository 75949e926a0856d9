package org.grappe.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;

/** Which records cite a source. */
@ApplicationScoped
class CitationConstraints implements Constraints {
  @Override
  public Map<String, String> finders() {
    return Map.of("citations", "select record_table, record_id from citations where source_id = ?");
  }
}
