package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;

/** A legal number is that of one organisation or cluster. */
@ApplicationScoped
class LegalNumberConstraints implements Constraints {
  @Override
  public Map<String, String> finders() {
    return Map.of(
        "uq_legal_numbers",
        """
        select case when cluster is null then 'organisations' else 'clusters' end,
          coalesce(cluster, organisation)
        from legal_numbers where number = ?\
        """);
  }
}
