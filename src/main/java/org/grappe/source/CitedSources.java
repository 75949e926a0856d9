package org.grappe.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Statements;
import org.grappe.query.SourceTitles;

/** Names the sources that records cite. */
@ApplicationScoped
class CitedSources implements SourceTitles {
  @Override
  public Map<UUID, String> of(Collection<UUID> ids, Statements database) {
    Map<UUID, String> titles = new HashMap<>();
    database.all(
        "select id, title from sources where id = any(?)",
        row -> titles.put(row.getObject(1, UUID.class), row.getString(2)),
        List.of(List.copyOf(ids)));
    return titles;
  }
}
