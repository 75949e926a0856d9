package org.grappe.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;

/** Which clusters a figure is about. */
@ApplicationScoped
class FigureConstraints implements Constraints {
  @Override
  public Map<String, String> finders() {
    return Map.of("figure", "select 'figures', figure from figure_clusters where cluster = ?");
  }
}
